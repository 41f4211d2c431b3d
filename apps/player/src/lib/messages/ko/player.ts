import type { Messages } from '../en/index.ts'

/** Sentences of the player. */
export const playerMessages = {
  player: {
    label: '플레이어',
    open: '플레이어 열기',
    close: '플레이어 닫기',
    queue: '대기열',
    upNext: '이어질 곡',
    play: '재생',
    pause: '일시정지',
    next: '다음 곡',
    previous: '이전 곡',
    seek: '재생 위치',
    volume: '음량',
    mute: '음소거',
    unmute: '음소거 해제',
    seekText: (position, duration) => `${duration} 중 ${position}`,
    nothing: '재생 중인 곡이 없어요',
    nowPlaying: (title, artist) => `재생 중: ${artist}의 ${title}`,
    autoplayRefused: '재생을 누르기 전까지 브라우저가 소리를 막고 있어요.',
    broken: (title) => `‘${title}’ 재생이 안 돼서 다음 곡으로 넘어가요.`,
    stopped: '세 곡을 연달아 재생할 수 없어서 음악을 멈췄어요.',
    lastBroken: (title) => `‘${title}’ 재생이 안 돼요.`,
    reconnecting: '연결이 끊겼어요. 다시 연결하는 중…',
    disconnected: '서버에 연결할 수 없어서 음악을 멈췄어요.',
    notKept: (title) =>
      `‘${title}’은(는) 이 기기에 저장되지 않았어요. 저장된 다음 곡으로 넘어가요.`,
    nothingKept: '네트워크가 없고, 다음 곡 중에 이 기기에 저장된 곡이 없어요.',
  },
} satisfies Partial<Messages>
