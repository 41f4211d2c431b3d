import type { Messages } from '../en/index.ts'

/** Sentences about what works without the network. */
export const offlineMessages = {
  update: { newVersion: '플레이어의 새 버전이 있어요.', reload: '새로고침' },
  offline: {
    title: '오프라인 상태예요',
    unreachableTitle: '서버에 연결할 수 없어요',
    detail: '이 기기에 저장되지 않은 내용이에요. 오프라인에 저장한 음악은 그대로 재생돼요.',
    detailSignedOut: '로그인하려면 네트워크에 연결하세요.',
    whatWorks: '오프라인 음악 보기',
    pageTitle: '오프라인',
    emptyTitle: '아직 오프라인에 저장한 음악이 없어요',
    emptyDetail: '앨범이나 재생목록을 열어 저장하면 네트워크 없이도 재생돼요.',
    keep: '오프라인 저장',
    kept: '오프라인 저장됨',
    progress: (done, all) => `${all}곡 중 ${done}곡 저장`,
    holds: {
      saver: '데이터 절약 모드가 꺼지면 이어서 저장해요',
      room: '나머지를 저장할 공간이 부족해요',
      network: '네트워크에 연결되면 이어서 저장해요',
    },
    keeping: (name) => `‘${name}’ 오프라인 저장 중`,
    tooLarge: (name) => `‘${name}’을(를) 저장할 공간이 부족해요.`,
    tooLargeDetail: (needed, free) => `${needed}가 필요한데 ${free}만 남아 있어요.`,
    noRoom: '나머지를 저장할 공간이 이 기기에 부족해요.',
    noRoomDetail: '다른 음악의 오프라인 저장을 해제하면 이어서 저장해요.',
    drop: (name) => `‘${name}’ 오프라인 저장 해제`,
    room: (used, free) => `${used} 저장됨, ${free} 남음`,
    trackKept: '오프라인 저장됨',
    banner: '오프라인이에요. 저장한 음악은 재생돼요.',
  },
} satisfies Pick<Messages, 'update' | 'offline'>
