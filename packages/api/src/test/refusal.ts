import { TRPCError } from '@trpc/server'

import { describeError } from '../trpc/errors.ts'

/** What a call was refused with; throws when it was not refused. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string } & ReturnType<typeof describeError>> {
  const error = await call.then(
    () => new Error('the call was not refused'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TRPCError)) throw error
  return { code: error.code, ...describeError(error) }
}
