import type { Messages } from '../en/index.ts'
import { counted } from './counted.ts'

/** Sentences of the queue, and of the order in which it plays. */
export const queueMessages = {
  queue: {
    clear: '대기열 비우기',
    save: '재생목록으로 저장',
    emptyTitle: '대기열이 비어 있어요',
    emptyDetail: '곡을 재생하면 이어질 곡이 여기에 모여요.',
    count: (count) => counted(count, '곡'),
    cleared: '대기열을 비웠어요',
    removed: (count) => `${counted(count, '곡')}을 대기열에서 뺐어요`,
    moveNext: '바로 다음으로 옮기기',
    movedNext: (count) => `${counted(count, '곡')}을 바로 다음으로 옮겼어요`,
    undo: '실행 취소',
    select: (title) => `${title} 선택`,
    from: '재생 중인 목록',
    kinds: {
      tracks: '모든 곡',
      artist: '아티스트',
      album: '앨범',
      genre: '장르',
      playlist: '재생목록',
      favorites: '좋아요',
      history: '기록',
      search: '검색',
      radio: '모든 곡 믹스',
    },
  },
  modes: {
    shuffle: '셔플',
    shuffleAll: '셔플 재생',
    repeat: { off: '반복: 끔', all: '반복: 전체', one: '반복: 한 곡' },
  },
  tabs: { playsElsewhere: '다른 탭에서 음악이 이어지고 있어요.' },
  offer: {
    label: '다른 기기의 대기열',
    goOn: (device) => `${device}에서 듣던 곡 이어 듣기`,
    wentOn: (device) => `대기열이 ${device}에서 이어지고 있어요`,
    place: (title, artist, time) => `${artist}의 ${title}, ${time}부터`,
    take: '여기서 이어 듣기',
    takeBack: '다시 가져오기',
    leave: '나중에',
    failed: '대기열을 가져오지 못했어요.',
  },
} satisfies Partial<Messages>
