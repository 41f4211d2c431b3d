import { errorData } from '@segue/web'
import { messages } from './messages.ts'

/**
 * What is wrong with the fields of a form, in the player's own sentences: the server's words are
 * for programs.
 */
export function fieldProblems(error: unknown): Record<string, string | undefined> {
  const sentences: Record<string, string> = messages.fields
  const fields = Object.keys(errorData(error)?.fields ?? {})
  return Object.fromEntries(fields.map((field) => [field, sentences[field] ?? sentences['other']]))
}
