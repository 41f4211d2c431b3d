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
  },
  modes: {
    shuffle: '셔플',
    shuffleAll: '셔플 재생',
    repeat: { off: '반복: 끔', all: '반복: 전체', one: '반복: 한 곡' },
  },
} satisfies Partial<Messages>
