import type { Messages } from '../en/index.ts'
import { formatNumber } from '@segue/ui'

/** Sentences of playlists that come from elsewhere or are shown to others. */
export const transferMessages = {
  transfer: {
    import: '가져오기',
    chooseFiles: '재생목록 파일 (M3U8, M3U, JSON)',
    drop: '재생목록 파일을 여기에 놓으세요 (M3U8, M3U, JSON)',
    title: '재생목록 가져오기',
    unnamed: '가져온 재생목록',
    matching: (done, count) =>
      `라이브러리에서 찾는 중: ${formatNumber(count)}곡 중 ${formatNumber(done)}곡`,
    found: (found, count) => `${formatNumber(count)}곡 중 ${formatNumber(found)}곡을 찾았어요.`,
    similar: (count) => `비슷해서 담은 ${formatNumber(count)}곡: 확인해 보세요`,
    missing: (count) => `라이브러리에 없는 곡 (${formatNumber(count)})`,
    missingFile: (name) => `${name} - 없는 곡.txt`,
    saveMissing: '텍스트로 저장',
    more: (count) => `${formatNumber(count)}곡이 더 있어요. 텍스트로 저장하면 모두 볼 수 있어요.`,
    search: '검색',
    searchFor: (label) => `${label} 검색`,
    searchLabel: '제목, 아티스트, 앨범',
    nothing: '검색 결과가 없어요. 단어를 줄여 보세요.',
    problems: {
      tooLarge: '재생목록으로 읽기에는 파일이 너무 커요.',
      unknown:
        'Segue가 읽을 수 있는 재생목록이 아니에요. M3U8, M3U, Segue에서 저장한 JSON을 골라 주세요.',
      empty: '이 파일에는 곡이 없어요.',
    },
    exportAs: (format) => `${format}로 저장`,
  },
  shared: {
    signInToPlay: '로그인하고 듣기',
    signInDetail: '로그인하면 이 재생목록의 곡을 들을 수 있어요.',
    goneTitle: '없는 재생목록이에요',
    goneDetail: '링크가 틀렸거나 공유가 끝났어요.',
  },
} satisfies Partial<Messages>
