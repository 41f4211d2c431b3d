/** As many ids as one call takes. */
const mostAtOnce = 500

/** A list in parts, in its order, none longer than a call takes. */
export function inLots<Item>(items: readonly Item[], most = mostAtOnce): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  )
}
