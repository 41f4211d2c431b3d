import { z } from 'zod'

/** Text that PostgreSQL can hold: no NUL, no half of a surrogate pair. */
export const textSchema = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'must be well-formed text')

/** What is typed into a search box, trimmed. */
export const querySchema = textSchema.pipe(z.string().trim().max(200))

/** Control characters, and those that turn the direction of whatever follows. */
const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
/** What leaves ink: U+2800 is Braille without dots. */
const visible = /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\p{C}\u2800]/u

/** What somebody or something is called, trimmed: a line of text that can be seen. */
export function nameSchema(maxLength: number) {
  return textSchema.pipe(
    z
      .string()
      .trim()
      .min(1)
      .max(maxLength)
      .refine((name) => !unprintable.test(name), 'must not hold control characters')
      .regex(visible, 'must be visible'),
  )
}

const unprintableInLines = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u

/** Text of several lines, trimmed, with line feeds alone; what is blank becomes null. */
export function linesSchema(maxLength: number) {
  return textSchema
    .pipe(
      z
        .string()
        .transform((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
        .pipe(
          z
            .string()
            .max(maxLength)
            .refine((text) => !unprintableInLines.test(text), 'must not hold control characters'),
        ),
    )
    .transform((text) => (visible.test(text) ? text : null))
}
