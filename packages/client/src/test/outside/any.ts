import type { RouterInputs, RouterOutputs } from '@segue/client'

type Leaf = string | number | boolean | bigint | symbol | null | undefined
type IsAny<T> = 0 extends 1 & T ? true : false

/** Where a type has `any` in it, as a path; never when nowhere. */
export type AnyIn<T, Path extends string = ''> =
  IsAny<T> extends true
    ? Path
    : T extends Leaf
      ? never
      : T extends readonly (infer Item)[]
        ? AnyIn<Item, `${Path}[]`>
        : { [Key in keyof T & string]: AnyIn<T[Key], `${Path}.${Key}`> }[keyof T & string]

/** Compiles while no input and output has any: nothing but never is assignable to never. */
export function none(output: AnyIn<RouterOutputs>, input: AnyIn<RouterInputs>): never[] {
  return [output, input]
}

// What finds any finds it.
interface Planted {
  // oxlint-disable-next-line typescript/no-explicit-any -- what is to be found
  list: { items: { track: { title: any } | null }[] }
}
export const planted: AnyIn<Planted> = '.list.items[].track.title'
