import type { Messages } from '../en/index.ts'

/** Sentences of the window with all that is known of a track. */
export const detailsMessages = {
  details: {
    open: '곡 정보',
    artist: '아티스트',
    album: '앨범',
    place: '순서',
    disc: (number) => `디스크 ${number}`,
    track: (number) => `${number}번 곡`,
    genre: '장르',
    year: '연도',
    duration: '재생 시간',
    plays: '재생 수',
    added: '추가한 날',
    codec: '형식',
    bitrate: '비트레이트',
    kilobits: (number) => `${number} kbit/s`,
    size: '크기',
  },
} satisfies Partial<Messages>
