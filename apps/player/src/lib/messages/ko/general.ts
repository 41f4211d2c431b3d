import type { Messages } from '../en/index.ts'

/** Sentences of no page in particular. */
export const generalMessages = {
  appName: 'Segue',
  tagline: '내 음악을, 내 서버에서.',
  close: '닫기',
  missedPart: '이 부분을 불러올 수 없어요. 연결을 확인하거나 페이지를 새로 고쳐 주세요.',
  cancel: '취소',
  retry: '다시 시도',
  skipToContent: '본문으로 건너뛰기',
  nav: {
    label: '주 메뉴',
    home: '홈',
    search: '검색',
    library: '라이브러리',
    tracks: '곡',
    artists: '아티스트',
    albums: '앨범',
    genres: '장르',
    favorites: '좋아요',
    playlists: '재생목록',
    history: '기록',
    listening: '나의 감상',
    queue: '대기열',
  },
  theme: {
    system: '테마: 기기 설정',
    light: '테마: 밝게',
    dark: '테마: 어둡게',
  },
  notFound: { title: '없는 페이지예요', home: '곡 목록으로 가기' },
  failedTitle: '잘 안 됐어요',
  unreachable: '서버에 연결할 수 없어요. 연결을 확인하고 다시 시도해 주세요.',
  unknown: '문제가 생겼어요. 잠시 후 다시 시도해 주세요.',
  tooMany: (wait) => `시도가 너무 많았어요. ${wait} 뒤에 다시 시도해 주세요.`,
} satisfies Partial<Messages>
