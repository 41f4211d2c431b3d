import { formatNumber, spokenDuration } from '@segue/ui'
import type { Messages } from '../en/index.ts'

/** Sentences about how music is to sound. */
export const soundMessages = {
  sound: {
    title: '재생 설정',
    crossfade: '크로스페이드',
    crossfadeHint: '한 곡이 다음 곡으로 자연스럽게 이어지는 시간이에요.',
    crossfadeOff: '끔: 곡이 끊김 없이 이어져요',
    seconds: (seconds) => spokenDuration(seconds),
    albums: '같은 앨범 안에서도 크로스페이드',
    albumsHint: '끄면 앨범의 곡이 원래 이어지는 그대로 재생돼요.',
    loudness: '음량 평준화',
    loudnessHint: '측정된 곡의 음량을 소리가 깨지지 않는 만큼만 맞춰요.',
    loudnessModes: {
      off: '끔',
      auto: '자동: 앨범은 앨범 단위로',
      track: '곡마다',
      album: '앨범마다',
    },
    speed: '재생 속도',
    speedHint: '음높이는 그대로예요.',
    times: (speed) => (speed === 1 ? '보통' : `${formatNumber(speed)}배`),
    output: '출력 기기',
    outputDefault: '시스템 기본값',
    outputAllow: '모든 기기 보기',
    outputHint: '허용하면 브라우저가 기기 이름을 알려 줘요.',
    outputRefused: '브라우저가 연결된 기기를 알려 주지 않아요.',
  },
} satisfies Partial<Messages>
