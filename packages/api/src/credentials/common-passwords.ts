import { dictionary } from '@zxcvbn-ts/language-common'

import { DomainError } from '../errors.ts'

/** Of Openwall's list of passwords seen most often (2011), those that the library leaves out. */
const openwall = `
  !@#$%^&* 00000000 0123456789 0987654321 123123123 87654321 88888888 987654321 99999999 999999999
  acropolis asdf;lkj bestfriends classroom cornflake cunningham estrellita flowerpot gammaphi
  garfunkel good-luck hallowell histoire informix instructor jesucristo jethrotull justice4 lipgloss
  lissabon majordomo mattingly montana3 morecats newaccount newcourt princesita rastafarian sample123
  slideshow student2 thejudge thelorax whoville winniethepooh xxxxxxxx zacefron`

/** Passwords that are tried first, in lower case; those that are too short besides are left out. */
const common = new Set(
  [...dictionary['passwords-common'], ...openwall.trim().split(/\s+/)]
    .map((password) => password.toLowerCase())
    .filter((password) => password.length >= 8),
)

/**
 * Throws `input_invalid` for a new password that is among the most common ones, in whatever case
 * (OWASP ASVS 6.2.4).
 * @param field the input's, to tell what is wrong with it
 */
export function ensureUncommon(password: string, field: string): void {
  if (common.has(password.toLowerCase()))
    throw new DomainError('input_invalid', {
      fields: { [field]: 'must not be one of the most common passwords' },
    })
}
