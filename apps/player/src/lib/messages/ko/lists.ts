import { formatNumber } from '@segue/ui'
import type { Messages } from '../en/index.ts'
import { counted } from './counted.ts'

/** Sentences of the lists of music. */
export const listsMessages = {
  tracks: {
    search: '검색',
    searchPlaceholder: '제목, 아티스트, 앨범',
    clearSearch: '검색어 지우기',
    genre: '장르',
    anyGenre: '모든 장르',
    year: '연도',
    anyYear: '모든 연도',
    decade: (from) => `${from}년대`,
    sort: '정렬',
    clearFilters: '필터 지우기',
    loading: '곡을 불러오는 중',
    emptyTitle: '아직 음악이 없어요',
    emptyDetail: '관리자가 곡을 올리면 여기에 나타나요.',
    noMatchTitle: '맞는 것이 없어요',
    noMatchDetail: '검색어를 줄이거나 필터를 바꿔 보세요.',
  },
  sorts: {
    relevance: '정확도순',
    newest: '최신순',
    oldest: '오래된순',
    title: '제목순',
    artist: '아티스트순',
    name: '이름순',
    popular: '많이 들은순',
    duration: '재생 시간순',
  },
  columns: {
    title: '제목',
    album: '앨범',
    genre: '장르',
    plays: '재생 수',
    duration: '재생 시간',
    played: '들은 때',
    listened: '들은 시간',
    more: '더 보기',
  },
  row: {
    play: (title) => `${title} 재생`,
    pause: (title) => `${title} 일시정지`,
    more: (title) => `${title} 더 보기`,
    playNext: '다음에 재생',
    addToQueue: '대기열에 추가',
    removeFromQueue: '대기열에서 빼기',
    moveUp: '위로 옮기기',
    moveDown: '아래로 옮기기',
    unavailable: '더 이상 들을 수 없는 곡',
    favorite: (title) => `좋아요: ${title}`,
    reorder: (title) => `${title} 옮기기`,
    goToArtist: '아티스트로 가기',
    goToAlbum: '앨범으로 가기',
    addToPlaylist: '재생목록에 추가…',
    removeFromPlaylist: '재생목록에서 빼기',
    removeFromHistory: '기록에서 지우기',
    playsNext: (title) => `다음에 재생: ${title}`,
    added: (title) => `대기열에 추가했어요: ${title}`,
  },
  history: {
    loading: '기록을 불러오는 중',
    emptyTitle: '아직 들은 곡이 없어요',
    emptyDetail: '들은 곡이 여기에 남아요.',
    completed: '끝까지 들음',
    removed: '기록에서 지웠어요.',
    clear: '기록 모두 지우기',
    clearTitle: '기록을 모두 지울까요?',
    clearDetail: '지금까지 들은 기록이 전부 지워져요. 되돌릴 수 없어요.',
    cleared: '기록을 모두 지웠어요.',
  },
  listening: {
    title: '나의 감상',
    loading: '감상 기록을 모으는 중',
    span: '기간',
    spans: {
      week: '최근 7일',
      month: '최근 30일',
      year: '최근 365일',
      all: '전체 기간',
    },
    plays: '재생 수',
    time: '들은 시간',
    duration(milliseconds) {
      const minutes = Math.round(milliseconds / 60_000)
      const hours = Math.floor(minutes / 60)
      return hours > 0 ? `${formatNumber(hours)}시간 ${minutes % 60}분` : `${minutes}분`
    },
    played: (count) => counted(count, '회'),
    topTracks: '많이 들은 곡',
    topArtists: '많이 들은 아티스트',
    days: '날짜별',
    day: '날짜',
    emptyTitle: '이 기간에 들은 곡이 없어요',
    emptyDetail: '들은 곡이 여기에 모여요.',
  },
  favorites: {
    loading: '좋아요를 불러오는 중',
    emptyTitle: '아직 좋아하는 곡이 없어요',
    emptyDetail: '곡 옆의 하트를 누르면 여기에 모여요.',
    failed: (title) => `‘${title}’의 좋아요를 바꾸지 못했어요.`,
  },
  artists: {
    loading: '아티스트를 불러오는 중',
    search: '아티스트 검색',
    placeholder: '아티스트',
    counts: (albums, tracks) =>
      [albums > 0 && `앨범 ${counted(albums, '장')}`, counted(tracks, '곡')]
        .filter(Boolean)
        .join(' · '),
    label: '아티스트',
  },
  albums: {
    loading: '앨범을 불러오는 중',
    search: '앨범 검색',
    placeholder: '앨범이나 아티스트',
    label: '앨범',
    number: '#',
    place: (disc, track) =>
      disc !== null && disc > 1 ? `${disc}–${track ?? ''}` : `${track ?? ''}`,
  },
  collection: {
    loading: '불러오는 중',
    playAll: '모두 재생',
    tracks: (count) => counted(count, '곡'),
  },
} satisfies Partial<Messages>
