/** A list that comes page by page, as far as getting more of it goes. */
export interface List {
  hasNextPage: boolean
  isFetching: boolean
  isFetchNextPageError: boolean
  fetchNextPage(): Promise<unknown>
  refetch(): Promise<unknown>
}

/** What a table needs to grow with its list. */
export interface Paging {
  hasMore: boolean
  onEndReached(): void
}

/** A list as a table grows with it. It does not ask by itself for what was just refused. */
export function paging(list: List): Paging {
  return {
    hasMore: list.hasNextPage,
    onEndReached() {
      if (!list.isFetching && !list.isFetchNextPageError) void list.fetchNextPage()
    },
  }
}

/** Asks again for what failed: the next page, or all the pages there are. */
export function askAgain(list: List): void {
  void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())
}

/** How a list is read: page by page, afresh on every visit, and kept while another loads. */
export const endless = {
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
  placeholderData: <Pages>(kept: Pages) => kept,
  refetchOnMount: 'always',
} as const
