/**
 * Every code a failure can carry, with the HTTP status it travels under. Codes are stable: users search for them and
 * scripts branch on them. The sentence that goes with a code is written where the failure happens, because only there
 * is it known what to do.
 */
export const errorStatus = {
  // access
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'sign-on-failed': 422,
  'sign-on-unreachable': 502,
  'identity-taken': 409,
  'password-too-weak': 422,
  'authorisation-denied': 409,
  'authorisation-invalid': 409,
  'setup-link-invalid': 404,
  'invitation-invalid': 404,
  'email-taken': 409,
  'last-administrator': 409,
  'csrf-refused': 403,
  'key-invalid': 401,
  'key-not-allowed': 403,
  'key-beside-session': 400,
  'keys-too-many': 409,
  'too-many-requests': 429,
  // any route
  'not-found': 404,
  'input-invalid': 422,
  'body-too-large': 413,
  'content-type-unsupported': 415,
  conflict: 409,
  internal: 500,
  unavailable: 503,
  // GitHub, by what its answer means
  'github-not-signed-in': 422,
  'github-sign-in-refused': 422,
  'github-scope-missing': 422,
  'github-sso-required': 422,
  'github-organisation-approval': 422,
  'github-primary-limit': 503,
  'github-secondary-limit': 503,
  'github-gone': 422,
  'github-server': 502,
  'github-resource-limit': 502,
  'github-schema-lacks-field': 422,
  'github-not-github': 422,
  'github-unreadable': 502,
  'github-unreachable': 502,
  // outbound
  'address-malformed': 422,
  'address-refused': 422,
  'redirect-refused': 422,
  // connections
  'organisation-already-connected': 409,
  'organisation-not-visible': 422,
  'connection-name-taken': 409,
  'repositories-none-chosen': 422,
  'data-switched-off': 409,
  // people
  'account-linked-elsewhere': 409,
  'user-tied-elsewhere': 409,
  'merge-refused': 409,
  'undo-refused': 409,
  'import-wrong': 409,
  'import-unreadable': 422,
  // teams
  'team-circle': 409,
  // start
  'configuration-invalid': 500,
  'port-taken': 500,
  'key-file-wrong': 500,
  'key-file-missing': 500,
  'rotation-running': 409,
  'secrets-unopened': 500,
  'database-newer': 500,
  'database-foreign': 500,
  'database-unreachable': 500,
  'migration-changed': 500,
  'disk-full': 503,
  'instance-running': 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;
