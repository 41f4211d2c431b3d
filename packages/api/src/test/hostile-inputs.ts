import * as fc from 'fast-check'
import type { z } from 'zod'

import { definitionOf } from './procedures.ts'
import { testPassword } from './test-app.ts'

/** What near-valid inputs are filled with. */
export interface Pool {
  /** Of everything: the caller's, others', and of nothing. */
  ids: string[]
  /** Of several lists, and none. */
  cursors: string[]
  emails: string[]
  /** Reset and refresh tokens. */
  tokens: string[]
}

/** Stands for a number that JSON can write and a double can't hold. */
const infinity = '@infinity'

/** JSON as an attacker writes it. */
export function toJson(input: unknown): string | undefined {
  return JSON.stringify(input)?.replaceAll(`"${infinity}"`, '1e999')
}

/**
 * Inputs for a procedure: half of them nearly what its schemas ask for, each part now and then
 * something else; the others anything at all, under the right names or not.
 * @param example what the procedure answers
 */
export function hostileInputs(
  schemas: z.core.$ZodType[],
  pool: Pool,
  example: unknown,
): fc.Arbitrary<unknown> {
  const [schema] = schemas
  const junk = hostileValue(pool)
  if (!schema) return junk
  const nearlyValid = fitting(schema, pool, { spoilt: 0.04, example })
  const spoilt = fitting(schema, pool, { spoilt: 0.5, example })
  return fc.oneof(
    { weight: 5, arbitrary: nearlyValid },
    { weight: 3, arbitrary: spoilt },
    { weight: 2, arbitrary: junk },
  )
}

interface Options {
  /** How often a part is not what is asked for, of 1. */
  spoilt: number
  /** What would do in this place. */
  example?: unknown
  /** The field that the value is for. */
  field?: string
}

/** Values of that schema, more or less. */
function fitting(schema: z.core.$ZodType, pool: Pool, options: Options): fc.Arbitrary<unknown> {
  const { spoilt, example } = options
  const weight = Math.round(spoilt * 100)
  // What holds other parts is drawn part by part.
  const isLeaf = example !== undefined && !isPlainObject(example)
  return fc.oneof(
    { weight: isLeaf ? 100 : 0, arbitrary: fc.constant(example) },
    { weight: 100 - weight, arbitrary: wellFormed(schema, pool, options) },
    { weight, arbitrary: hostileValue(pool) },
  )
}

function wellFormed(schema: z.core.$ZodType, pool: Pool, options: Options): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema)
  const inside = (part: z.core.$ZodType) => fitting(part, pool, options)
  switch (definition.type) {
    case 'object': {
      const parts = Object.entries(definition.shape).map(([field, part]) => [
        field,
        fitting(part, pool, { ...options, field, example: partOf(options.example, field) }),
      ])
      return objectOf(definition.shape, Object.fromEntries(parts))
    }
    case 'array':
      return fc.array(
        fitting(definition.element, pool, { ...options, example: partOf(options.example, '0') }),
        { minLength: 1, maxLength: 4 },
      )
    case 'optional':
    case 'default':
    case 'prefault':
      // What the example does without is mostly left out: few calls fit with all of it.
      return options.example === undefined
        ? fc.option(inside(definition.innerType), { freq: 2, nil: undefined })
        : inside(definition.innerType)
    case 'nullable':
      return fc.oneof(fc.constant(null), inside(definition.innerType))
    case 'pipe':
      return definitionOf(definition.out).type === 'transform'
        ? inside(definition.in)
        : inside(definition.out)
    case 'union':
      return fc.oneof(...definition.options.map(inside))
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries))
    case 'literal':
      return fc.constantFrom(...definition.values)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberOf(schema)
    case 'string':
      return textOf(schema, pool, options.field ?? '')
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(
  shape: Record<string, z.core.$ZodType>,
  parts: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  const optional = new Set(['optional', 'default', 'prefault'])
  const requiredKeys = Object.keys(shape).filter((field) => {
    const part = shape[field]
    return part && !optional.has(definitionOf(part).type)
  })
  return fc.record(parts, { requiredKeys, noNullPrototype: true })
}

interface Bounds {
  minimum?: number
  maximum?: number
  format?: string
  pattern?: RegExp
}

/** The bounds and the format that a schema was given. */
function boundsOf(schema: z.core.$ZodType): Bounds {
  const definition = definitionOf(schema)
  const checks = 'checks' in definition ? (definition.checks ?? []) : []
  const bounds: Bounds = 'format' in definition ? { format: String(definition.format) } : {}
  for (const check of checks) {
    // oxlint-disable-next-line no-underscore-dangle -- zod's name for it
    const { def } = check._zod as unknown as { def: Record<string, unknown> }
    if (def.check === 'greater_than') bounds.minimum = Number(def.value)
    if (def.check === 'less_than') bounds.maximum = Number(def.value)
    if (def.check === 'max_length') bounds.maximum = Number(def.maximum)
    if (def.pattern instanceof RegExp) bounds.pattern = def.pattern
  }
  return bounds
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function partOf(example: unknown, field: string): unknown {
  return isPlainObject(example) ? example[field] : undefined
}

function numberOf(schema: z.core.$ZodType): fc.Arbitrary<number> {
  const { minimum = -1e9, maximum = 1e9 } = boundsOf(schema)
  const edges = fc.constantFrom(minimum, maximum, minimum + 1, minimum - 1, maximum + 1)
  return fc.oneof({ weight: 4, arbitrary: fc.integer({ min: minimum, max: maximum }) }, edges)
}

const contentTypes = ['audio/mpeg', 'audio/wav', 'image/png', 'image/svg+xml', 'text/html']
const instants = [
  '2024-02-29T23:59:60Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999-14:00',
  '2026-01-01T00:00:00.000Z',
]
const words = ['first', 'Kept', '밤편지', '%', '_', '\\', "'", 'e\u0301', '👩‍🎤', 'شب', 'a\u00A0b']

function textOf(schema: z.core.$ZodType, pool: Pool, field: string): fc.Arbitrary<string> {
  const { maximum = 60, format, pattern } = boundsOf(schema)
  if (format === 'uuid') return fc.constantFrom(...pool.ids)
  if (format === 'datetime') return fc.constantFrom(...instants)
  if (field === 'cursor') return fc.constantFrom(...pool.cursors)
  if (/email/i.test(field)) return fc.constantFrom(...pool.emails)
  if (/password/i.test(field)) return fc.constantFrom(testPassword, 'some other password')
  if (/token|slug/i.test(field)) return fc.constantFrom(...pool.tokens)
  if (field === 'contentType') return fc.constantFrom(...contentTypes)
  if (pattern && /^\^[\w[\]{}-]+\$$/.test(pattern.source))
    return fc.stringMatching(new RegExp(pattern.source))
  const length = { minLength: 1, maxLength: Math.min(maximum, 60) }
  return fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: 'grapheme', ...length }),
    fc.constant('長'.repeat(Math.min(maximum, 3_000))),
  )
}

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  'x\uDFFF',
  '\u202Edrow\u2066',
  '\uFEFF',
  '\u0007\u001B[31m',
  "'; drop table users; --",
  '%',
  '\\',
  '../../etc/passwd',
  '%00',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\r\nSet-Cookie: a=b',
  'null',
  'NaN',
  'all',
  '__proto__',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2024-13-45T99:99:99Z',
  infinity,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]
const huge = 'x'.repeat(200_000)
const numbers = [0, -0, -1, 1e9, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 0.5]
const operators = [
  { $ne: '' },
  { $like: '%' },
  { $gt: '' },
  { $in: ['a'] },
  { __raw: '1' },
  { $or: [{}] },
  { toString: 'x' },
  { length: -1 },
  { constructor: { prototype: { x: 1 } } },
  JSON.parse('{"__proto__":{"role":"admin"},"then":"x"}') as object,
  {},
  [],
  [[]],
  [null],
  null,
  true,
]

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 'deep')
}

/** Whatever may stand where something else is asked for. */
function hostileValue({ ids, cursors }: Pool): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<unknown>(...texts, ...numbers, ...operators) },
    fc.constantFrom(...ids, ...cursors),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(
      huge,
      Array.from({ length: 10_000 }, (_, at) => ids[at % ids.length]),
      nested(1_000, (inner) => [inner]),
      nested(1_000, (inner) => ({ id: inner })),
    ),
  )
}
