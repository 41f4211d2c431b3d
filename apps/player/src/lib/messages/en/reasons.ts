import type { Reason } from '@segue/api'

const reasons: Record<Reason, string> = {
  account_disabled: 'This account is disabled. Ask the administrator about it.',
  cursor_invalid: 'The list has changed. Reload the page.',
  database_unavailable: 'The server is busy getting up. Try again in a moment.',
  duplicate_track: 'This track is in the library already.',
  email_taken: 'An account with this e-mail exists already.',
  forbidden: 'You are not allowed to do that.',
  input_invalid: 'Something you entered isn’t right.',
  internal_error: 'Something went wrong. Try again in a moment.',
  invalid_credentials: 'E-mail or password is wrong.',
  last_admin: 'The last administrator has to stay one.',
  not_an_image: 'That file isn’t an image.',
  not_audio: 'That file isn’t audio.',
  not_found: 'That isn’t there any more.',
  origin_refused: 'This page may not talk to the server from this address.',
  rate_limited: 'Too many tries. Try again a little later.',
  refresh_reused: 'You were signed out. Sign in again.',
  refresh_spent: 'You were signed out. Sign in again.',
  registration_closed: 'New accounts are made by the administrator here.',
  session_expired: 'You were signed out. Sign in again.',
  signed_out: 'You are signed out. Sign in again.',
  store_unavailable: 'The music can’t be reached just now. Try again in a moment.',
  type_not_allowed: 'That kind of file isn’t accepted.',
  upload_incomplete: 'The upload isn’t complete.',
  upload_mismatch: 'The upload isn’t the file that was announced.',
  upload_quota_exceeded: 'Too many uploads are open.',
}

/** What each reason for a refusal means to a listener. */
export const reasonMessages = { reasons }
