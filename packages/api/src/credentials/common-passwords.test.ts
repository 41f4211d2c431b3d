import { describe, expect, it } from 'vitest'

import { ensureUncommon } from './common-passwords.ts'

describe('ensureUncommon', () => {
  it.each(['password', 'iloveyou', 'Trustno1', 'SUNSHINE', 'qwertyuiop', '88888888', '!@#$%^&*'])(
    'refuses what everybody tries first: %s',
    (password) => {
      expect(() => ensureUncommon(password, 'newPassword')).toThrow(
        expect.objectContaining({
          reason: 'input_invalid',
          details: { fields: { newPassword: expect.any(String) } },
        }),
      )
    },
  )

  it.each(['correct horse battery staple', 'password of mine', '비밀번호🎵 한국', 'aaaaaaaa'])(
    'takes what is on no list: %s',
    (password) => {
      expect(() => ensureUncommon(password, 'password')).not.toThrow()
    },
  )
})
