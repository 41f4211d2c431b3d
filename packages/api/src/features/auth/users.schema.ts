import { z } from 'zod'

import { querySchema } from '../../text/text.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'
import { emailSchema, nicknameSchema, passwordSchema } from './auth.schema.ts'

const roleSchema = z.enum(['listener', 'admin'])

export const userSorts = ['newest', 'oldest', 'email', 'lastSeen'] as const
export type UserSort = (typeof userSorts)[number]

export const userListSchema = pageSchema.extend({
  id: z.uuid().optional(),
  q: querySchema.optional(),
  role: roleSchema.optional(),
  disabled: z.boolean().optional(),
  sort: z.enum(userSorts).default('newest'),
})
export type UserListInput = z.output<typeof userListSchema>

export const createUserSchema = z.object({
  email: emailSchema,
  nickname: nicknameSchema,
  role: roleSchema.default('listener'),
  password: passwordSchema.optional(),
})

export const updateUserSchema = z.object({
  id: z.uuid(),
  nickname: nicknameSchema.optional(),
  email: emailSchema.optional(),
  role: roleSchema.optional(),
  disabled: z.boolean().optional(),
})
export type UpdateUserInput = z.output<typeof updateUserSchema>

export const userIdSchema = z.object({ id: z.uuid() })
