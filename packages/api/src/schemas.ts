/** The inputs that web forms check before they send; safe for browsers: nothing but zod. */
export { loginSchema, registerSchema } from './features/auth/auth.schema.ts'
export { trackSorts } from './features/tracks/tracks.schema.ts'
export { audioTypes, imageTypes } from './uploads/upload.schema.ts'
