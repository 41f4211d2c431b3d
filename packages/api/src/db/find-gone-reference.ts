const foreignKeyViolation = '23503'

/**
 * What a row could not refer to since it went in the meantime: a user, or something else.
 * @returns null when that is not the error's cause
 */
export function findGoneReference(error: unknown): 'user' | 'other' | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (!('code' in at) || at.code !== foreignKeyViolation) continue
    const constraint = 'constraint' in at ? String(at.constraint) : at.message
    return /_(user|owner)_id_foreign/.test(constraint) ? 'user' : 'other'
  }
  return null
}
