import { queries } from './trpc.ts'

/** Who is signed in, as far as this page knows. */
export function signedInId(): string | undefined {
  return queries.auth.session.getData()?.user?.id
}
