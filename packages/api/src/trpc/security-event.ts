/**
 * What is worth knowing when somebody attacks: each is one line of the log, with who, when, from
 * where and the request's id.
 */
export type SecurityEvent =
  | 'access_denied'
  | 'account_created'
  | 'account_disabled'
  | 'account_enabled'
  | 'account_erased'
  | 'data_exported'
  | 'email_changed'
  | 'limit_reached'
  | 'password_changed'
  | 'password_reset'
  | 'refresh_reused'
  | 'reset_link_made'
  | 'role_changed'
  | 'rows_removed'
  | 'sessions_ended'
  | 'sign_in_failed'
  | 'sign_in_succeeded'
  | 'signed_out'
