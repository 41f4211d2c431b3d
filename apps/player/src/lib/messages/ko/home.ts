import type { Messages } from '../en/index.ts'

/** Sentences of the page one comes to first. */
export const homeMessages = {
  home: {
    greetings: {
      morning: '좋은 아침이에요',
      afternoon: '좋은 오후예요',
      evening: '좋은 저녁이에요',
    },
    loading: '음악을 불러오는 중',
    goOn: '이어서 듣기',
    playing: '지금 재생 중',
    mix: '라이브러리 전체 믹스',
    mixDetail: '모든 곡을 겹치지 않게 섞어서 들려드려요.',
    nothingToPlay: '아직 재생할 음악이 없어요.',
    recent: '최근 재생',
    added: '새로 추가된 앨범',
    addedTracks: '새로 추가된 곡',
    mostPlayed: '내가 많이 들은 곡',
    popular: '모두가 많이 들은 곡',
    genres: '장르',
    showAll: '모두 보기',
    showAllOf: (section) => `모두 보기: ${section}`,
    emptyTitle: '아직 음악이 없어요',
    emptyDetail: '관리자가 음악을 추가하면 여기에서 들을 수 있어요.',
    emptyAdminDetail: '관리자 앱에서 파일을 추가하면 모두가 여기에서 들을 수 있어요.',
    addMusic: '음악 추가',
  },
} satisfies Partial<Messages>
