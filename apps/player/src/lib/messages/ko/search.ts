import type { Messages } from '../en/index.ts'
import { counted } from './counted.ts'

/** Sentences of the search over everything. */
export const searchMessages = {
  search: {
    placeholder: '곡, 아티스트, 앨범, 재생목록',
    hint: '화살표 키로 결과를 오가고, Enter로 상위 결과를 열어요.',
    loading: '검색 중',
    found: (count) => `결과 ${counted(count, '개')}`,
    top: '상위 결과',
    kinds: { track: '곡', artist: '아티스트', album: '앨범', playlist: '재생목록' },
    startTitle: '무엇을 들을까요?',
    startDetail: '곡, 아티스트, 앨범, 내 재생목록을 검색해 보세요.',
    noMatchTitle: (query) => `‘${query}’에 대한 결과가 없어요`,
    noMatchDetail: '철자를 확인하거나 더 짧은 검색어로 찾아보세요.',
    recent: '최근 검색어',
    forget: (query) => `‘${query}’ 지우기`,
    forgetAll: '모두 지우기',
  },
} satisfies Partial<Messages>
