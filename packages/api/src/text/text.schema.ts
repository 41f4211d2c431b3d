import { z } from 'zod'

/** Text that PostgreSQL can hold: no NUL, no half of a surrogate pair. */
export const textSchema = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'must be well-formed text')
