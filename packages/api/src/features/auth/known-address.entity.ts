import { defineEntity, p } from '@mikro-orm/core'

import { User } from './user.entity.ts'

const KnownAddressSchema = defineEntity({
  name: 'KnownAddress',
  tableName: 'known_addresses',
  properties: {
    user: () => p.manyToOne(User).ref().primary().deleteRule('cascade'),
    address: p.string().length(45).primary(),
    signedInAt: p.datetime(3).index(),
  },
})

/** From where an account signed in lately: guesses made elsewhere do not lock these addresses out. */
export class KnownAddress extends KnownAddressSchema.class {}
KnownAddressSchema.setClass(KnownAddress)
