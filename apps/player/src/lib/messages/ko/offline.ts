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
    banner: '오프라인이에요. 저장한 음악은 재생돼요.',
  },
} satisfies Pick<Messages, 'update' | 'offline'>
