import { p } from '@mikro-orm/core'
import { v7 } from 'uuid'

/** What every row with an identity of its own has: a UUIDv7, whose order is the order of creation. */
export const baseProperties = {
  id: p
    .uuid()
    .primary()
    .onCreate(() => v7()),
  createdAt: p.datetime(3).onCreate(() => new Date()),
}
