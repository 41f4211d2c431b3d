import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { imageTypes } from '../../uploads/upload.schema.ts'
import { ensureType, openUpload } from '../../uploads/uploads.ts'
import { changeProfile } from './change-profile.ts'
import { eraseUser } from './erase-user.ts'
import type { DataExportDto } from './data-export.dto.ts'
import { exportData } from './export-data.ts'
import { deleteMeSchema, presignAvatarSchema, updateMeSchema } from './me.schema.ts'
import { ensureOwnPassword } from './own-password.ts'
import { toUserDto, type UserDto } from './user.dto.ts'

/** Where to send the bytes of one image. */
export interface ImageLinkDto {
  uploadId: string
  url: string
  headers: Record<string, string>
  expiresAt: string
}

export const meRouter = router({
  /** The caller's own account. */
  get: signedInProcedure.query(({ ctx }): UserDto => toUserDto(ctx.user)),

  /**
   * Changes what is given of the caller's profile, all or nothing. The e-mail address takes the
   * current password and ends every other sign-in; an avatar of null removes it.
   * Errors: invalid_credentials, email_taken, not_found (the upload), upload_incomplete,
   * upload_mismatch, not_an_image.
   */
  update: signedInProcedure
    .input(updateMeSchema)
    .mutation(async ({ ctx, input }): Promise<UserDto> => {
      if (input.email !== undefined) await ensureOwnPassword(ctx, input.currentPassword ?? '')
      const user = await changeProfile(
        ctx.em,
        ctx.services,
        { userId: ctx.user.id, signInId: ctx.signInId },
        input,
      )
      if (user.emailKey !== ctx.user.emailKey) ctx.note('email_changed', { userId: user.id })
      return toUserDto(user)
    }),

  /** A link that takes one image, for `update`. Errors: type_not_allowed, upload_quota_exceeded. */
  presignAvatar: signedInProcedure
    .input(presignAvatarSchema)
    .mutation(async ({ ctx, input }): Promise<ImageLinkDto> => {
      ensureType(imageTypes, input.contentType)
      const by = { user: ctx.user, origin: ctx.request.origin }
      const file = { kind: 'avatar', filename: 'avatar', ...input } as const
      const link = await openUpload(ctx.em, ctx.services, by, file)
      return { ...link, expiresAt: link.expiresAt.toISOString() }
    }),

  /** Everything stored about the caller. Errors: rate_limited, when many ask for theirs at once. */
  exportData: signedInProcedure.query(async ({ ctx }): Promise<DataExportDto> => {
    const data = await exportData(ctx.em, ctx.user.id, ctx.signInId)
    ctx.note('data_exported', { userId: ctx.user.id })
    return data
  }),

  /**
   * Erases the caller's account and all that is the caller's; counts stay.
   * Errors: invalid_credentials, last_admin.
   */
  delete: signedInProcedure
    .input(deleteMeSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const ifPasswordHash = await ensureOwnPassword(ctx, input.password)
      await eraseUser(ctx.em, ctx.services, ctx.user.id, { ifPasswordHash })
      if (ctx.request.authorization === undefined)
        ctx.request.setCookie(ctx.lucia.createBlankSessionCookie().serialize())
      ctx.note('account_erased', { userId: ctx.user.id, byUserId: ctx.user.id })
      return {}
    }),
})
