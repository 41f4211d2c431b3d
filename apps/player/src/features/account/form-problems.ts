import { errorData } from '@segue/web'
import { fieldProblems } from '../../lib/field-problems.ts'
import { messages } from '../../lib/me-messages.ts'

/**
 * What the fields of a form that asks for the current password say, and what is left to be said of
 * the form as a whole.
 */
export function problemsOf(error: unknown): {
  fields: Record<string, string | undefined>
  rest: unknown
} {
  if (errorData(error)?.reason === 'invalid_credentials')
    return { fields: { currentPassword: messages.me.wrongPassword }, rest: null }
  return { fields: fieldProblems(error), rest: error }
}
