import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { toUserDto, type UserDto } from '../auth/user.dto.ts'

export const meRouter = router({
  /** The caller's own account. */
  get: signedInProcedure.query(({ ctx }): UserDto => toUserDto(ctx.user)),
})
