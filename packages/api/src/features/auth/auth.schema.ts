import { z } from 'zod'

import { nameSchema, textSchema } from '../../text/text.schema.ts'

/** The syntax of input[type=email]: https://html.spec.whatwg.org/#valid-e-mail-address */
const emailPattern =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i

export const emailSchema = z
  .string()
  .max(1_000)
  .trim()
  .pipe(z.string().max(254).regex(emailPattern, 'must be an e-mail address'))
export const passwordSchema = textSchema.pipe(z.string().min(8).max(256))
export const nicknameSchema = nameSchema(40)

export const registerSchema = z.object({
  email: emailSchema,
  password: passwordSchema,
  nickname: nicknameSchema,
})

/** Whatever was typed: what cannot be an account's is `invalid_credentials`, not bad input. */
export const loginSchema = z.object({
  email: z.string().max(1_000).trim(),
  password: z.string().max(1_000),
})

export const tokenSchema = loginSchema.extend({
  deviceName: textSchema.pipe(z.string().trim().max(100)).optional(),
})

/** Any token at all: an access token in its place is no live sign-in, rather than bad input. */
export const refreshSchema = z.object({ refreshToken: z.string().min(1).max(4_000) })

export const revokeSessionSchema = z.object({ id: z.uuid() })

/** A password that is to be checked: whatever was typed. */
export const typedPasswordSchema = z.string().max(1_000)

export const changePasswordSchema = z.object({
  currentPassword: typedPasswordSchema,
  newPassword: passwordSchema,
})

export const resetPasswordSchema = z.object({
  token: z.string().max(1_000),
  newPassword: passwordSchema,
})
