import { defineEntity, p } from '@mikro-orm/core'

import { baseProperties } from '../db/base-properties.ts'
import { User } from '../features/auth/user.entity.ts'

export const uploadKinds = ['audio', 'cover', 'avatar'] as const
export type UploadKind = (typeof uploadKinds)[number]

export const uploadStates = ['open', 'used', 'discarded'] as const
export type UploadState = (typeof uploadStates)[number]

const UploadSchema = defineEntity({
  name: 'Upload',
  tableName: 'uploads',
  properties: {
    ...baseProperties,
    /** Null once the user is gone: what was left in the store has to be swept all the same. */
    user: () => p.manyToOne(User).ref().strictNullable().deleteRule('set null'),
    kind: p.enum(() => uploadKinds).$type<UploadKind>(),
    state: p.enum(() => uploadStates).$type<UploadState>(),
    /** Where the client puts the bytes. */
    uploadKey: p.string().length(200),
    /** What attempts to use them wrote, copies and images, without what is in use. */
    copyKeys: p.array().default([]),
    filename: p.string().length(500),
    contentType: p.string().length(50),
    sizeBytes: p.bigint('number'),
    sha256: p.string().length(64).strictNullable(),
    /** Open ones can be used until then; afterwards the row and what it left behind are swept. */
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ['state', 'expiresAt'] }, { properties: ['user', 'state'] }],
})

/** Bytes on their way into the store: from the presigned link to the row that uses them. */
export class Upload extends UploadSchema.class {}
UploadSchema.setClass(Upload)
