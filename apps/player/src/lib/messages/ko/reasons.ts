import type { Messages } from '../en/index.ts'

/** What each reason for a refusal means to a listener. */
export const reasonMessages = {
  reasons: {
    account_disabled: '사용이 중지된 계정이에요. 관리자에게 문의해 주세요.',
    cursor_invalid: '목록이 바뀌었어요. 페이지를 새로고침해 주세요.',
    database_unavailable: '서버가 아직 준비 중이에요. 잠시 후 다시 시도해 주세요.',
    duplicate_track: '이미 라이브러리에 있는 곡이에요.',
    email_taken: '이미 가입된 이메일이에요.',
    forbidden: '권한이 없어요.',
    input_invalid: '입력한 내용에 잘못된 곳이 있어요.',
    internal_error: '문제가 생겼어요. 잠시 후 다시 시도해 주세요.',
    invalid_credentials: '이메일이나 비밀번호가 맞지 않아요.',
    last_admin: '마지막 관리자는 그대로 있어야 해요.',
    not_an_image: '이미지 파일이 아니에요.',
    not_audio: '오디오 파일이 아니에요.',
    not_found: '더 이상 없는 항목이에요.',
    origin_refused: '이 주소의 페이지는 서버를 사용할 수 없어요.',
    rate_limited: '시도가 너무 많았어요. 잠시 후 다시 시도해 주세요.',
    refresh_reused: '로그아웃됐어요. 다시 로그인해 주세요.',
    refresh_spent: '로그아웃됐어요. 다시 로그인해 주세요.',
    registration_closed: '이곳의 계정은 관리자가 만들어요.',
    session_expired: '로그아웃됐어요. 다시 로그인해 주세요.',
    signed_out: '로그아웃된 상태예요. 다시 로그인해 주세요.',
    store_unavailable: '지금은 음악을 불러올 수 없어요. 잠시 후 다시 시도해 주세요.',
    type_not_allowed: '이 종류의 파일은 받을 수 없어요.',
    upload_incomplete: '업로드가 아직 끝나지 않았어요.',
    upload_mismatch: '알려 준 것과 다른 파일이 올라왔어요.',
    upload_quota_exceeded: '진행 중인 업로드가 너무 많아요.',
  },
} satisfies Partial<Messages>
