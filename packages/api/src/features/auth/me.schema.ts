import { z } from 'zod'

import { presignImageSchema } from '../../uploads/upload.schema.ts'
import { emailSchema, nicknameSchema, typedPasswordSchema } from './auth.schema.ts'

/** A language tag (BCP 47), e.g. ko-KR, in its canonical spelling. */
const localeSchema = z
  .string()
  .max(35)
  .transform((tag, context) => {
    try {
      const [canonical = ''] = Intl.getCanonicalLocales(tag)
      if (canonical.length <= 35) return canonical
    } catch {
      // No language tag.
    }
    context.addIssue('must be a language tag, like ko-KR')
    return z.NEVER
  })

export const updateMeSchema = z
  .object({
    nickname: nicknameSchema.optional(),
    email: emailSchema.optional(),
    currentPassword: typedPasswordSchema.optional(),
    locale: localeSchema.nullable().optional(),
    avatarUploadId: z.uuid().nullable().optional(),
  })
  .refine(({ email, currentPassword }) => email === undefined || currentPassword !== undefined, {
    path: ['currentPassword'],
    error: 'is needed to change the e-mail address',
  })
export type UpdateMeInput = z.output<typeof updateMeSchema>

export const presignAvatarSchema = presignImageSchema(5)

export const deleteMeSchema = z.object({ password: typedPasswordSchema })
