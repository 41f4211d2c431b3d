import type { AnyRouter } from '@trpc/server'
import type { z } from 'zod'

/** What there is to know of a procedure without calling it. */
export interface ProcedureInfo {
  type: 'mutation' | 'query' | 'subscription'
  /** The schemas that its input has to pass, all of them. */
  inputs: z.core.$ZodTypes[]
}

/** Every procedure of a router, by its whole name. */
export function proceduresOf(router: AnyRouter): Map<string, ProcedureInfo> {
  // oxlint-disable-next-line no-underscore-dangle -- tRPC has no other name for the list
  const procedures: Record<string, { _def: ProcedureInfo }> = router._def.procedures
  // oxlint-disable-next-line no-underscore-dangle
  return new Map(Object.entries(procedures).map(([name, procedure]) => [name, procedure._def]))
}

/** What a schema was made from. */
export function definitionOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  // oxlint-disable-next-line no-underscore-dangle -- zod's name for it
  return (schema as z.core.$ZodTypes)._zod.def
}

/** The names that an input object may have. */
export function inputFields(schemas: z.core.$ZodType[]): string[] {
  return schemas.flatMap((schema) => {
    const definition = definitionOf(schema)
    if (definition.type === 'object') return Object.keys(definition.shape)
    if ('innerType' in definition) return inputFields([definition.innerType])
    return definition.type === 'pipe' ? inputFields([definition.in]) : []
  })
}
