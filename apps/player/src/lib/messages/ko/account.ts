import type { Messages } from '../en/index.ts'

/** Sentences about the listener’s account. */
export const accountMessages = {
  account: {
    email: '이메일',
    password: '비밀번호',
    passwordHint: '8자 이상',
    nickname: '닉네임',
    signIn: '로그인',
    signInTitle: '다시 만나 반가워요',
    register: '가입하기',
    registerTitle: '계정 만들기',
    signOut: '로그아웃',
    admin: '라이브러리 관리',
    noAccount: '처음이신가요?',
    hasAccount: '이미 계정이 있나요?',
    language: '언어',
    deviceLanguage: (name) => `기기 설정: ${name}`,
    myPage: (nickname) => `내 페이지: ${nickname}`,
    unknownDevice: '알 수 없는 기기',
    browserOn: (browser, system) => `${system}의 ${browser}`,
  },
  fields: {
    email: '이메일 주소가 아니에요.',
    password: '쉽게 짐작할 수 없는 8~256자로 정해 주세요.',
    newPassword: '쉽게 짐작할 수 없는 8~256자로 정해 주세요.',
    currentPassword: '현재 비밀번호를 입력해 주세요.',
    nickname: '눈에 보이는 글자 1~40자로 정해 주세요.',
    name: '눈에 보이는 글자 1~100자로 정해 주세요. 재생목록은 1,000개까지 만들 수 있어요.',
    description: '2,000자까지 쓸 수 있어요.',
    other: '올바르지 않아요.',
  },
} satisfies Partial<Messages>
