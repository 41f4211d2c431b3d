import type { Messages } from '../en/index.ts'
import { counted } from './counted.ts'

/** Sentences of choosing rows of a list of tracks. */
export const choosingMessages = {
  choosing: {
    head: '번호, 또는 행을 선택하는 상자',
    box: (title) => `${title} 선택`,
    start: '선택',
    chosen: (count) => `${counted(count, '곡')} 선택됨`,
    waiting: '곡을 불러오고 있어요',
    end: '선택 끝내기',
    playNext: '다음에 재생',
    addToQueue: '대기열에 추가',
    addToPlaylist: '재생목록에 추가…',
    favorite: '좋아요 표시',
    unfavorite: '좋아요 취소',
    playsNext: (count) => `${counted(count, '곡')}을 다음에 재생해요.`,
    queued: (count) => `${counted(count, '곡')}을 대기열에 추가했어요.`,
    limited: (count) => `한 번에 ${counted(count, '곡')}까지 선택할 수 있어요.`,
  },
} satisfies Partial<Messages>
