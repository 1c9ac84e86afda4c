/** Names under which secrets travel. Blotted out wherever they stand in a logged object, down to the third level. */
const secretNames = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'clientSecret',
  'privateKey',
  'token',
  'accessToken',
  'refreshToken',
  'sessionToken',
  'setupLink',
  'invitationLink',
  'databaseUrl',
  'connectionString',
  'caKey',
];

const hyphenated = ['["set-cookie"]', '["x-csrf-token"]'];

export const secretPaths: readonly string[] = [
  ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  ...hyphenated.flatMap((name) => [name, `*${name}`, `*.*${name}`]),
];
