/** As many cards beside each other as there is room for, as classes of a grid. */
export const cardColumns =
  'grid grid-cols-2 gap-x-4 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] md:gap-x-5'
