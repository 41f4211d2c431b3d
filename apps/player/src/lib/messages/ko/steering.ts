import { spokenDuration } from '@segue/ui'
import type { Messages } from '../en/index.ts'

/** Sentences about the ways to steer the player: keys and the sleep timer. */
export const steeringMessages = {
  shortcuts: {
    title: '키보드 단축키',
    music: '재생',
    sound: '소리와 순서',
    app: '페이지',
    space: 'Space',
    shift: 'Shift',
    ctrl: 'Ctrl',
    toggle: '재생 또는 일시정지',
    seek: '5초 뒤로 또는 앞으로',
    skip: '이전 곡 또는 다음 곡',
    tenth: '곡의 10% 단위 지점으로 이동',
    favorite: '좋아요 누르기 또는 취소',
    volume: '음량 높이기 또는 낮추기',
    mute: '음소거',
    shuffle: '셔플 켜기 또는 끄기',
    repeat: '반복 방식 바꾸기',
    search: '검색',
    queue: '대기열',
    nowPlaying: '지금 재생 중인 곡 크게 보기',
    sheet: '이 단축키 목록',
    singleKeys: '한 글자 단축키 사용',
    singleKeysHint: '끄면 Space와, Ctrl 또는 ⌘를 함께 누르는 단축키만 작동해요.',
  },
  sleep: {
    title: '취침 타이머',
    active: (left) => `취침 타이머: ${left} 남음`,
    waiting: '취침 타이머: 대기열이 끝나면 멈춤',
    minutes: (minutes) => spokenDuration(minutes * 60),
    custom: '직접 입력…',
    track: '이 곡이 끝나면',
    queue: '대기열이 끝나면',
    off: '타이머 끄기',
    field: '음악을 멈출 때까지 남은 시간(분)',
    start: '시작',
    ended: '취침 타이머가 음악을 멈췄어요.',
  },
  interrupted: '로그아웃됐어요. 다시 로그인하면 음악이 이어져요.',
} satisfies Partial<Messages>
