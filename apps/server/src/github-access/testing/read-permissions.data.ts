/** What an App is granted that reads everything. */
export const readPermissions = {
  metadata: 'read',
  pull_requests: 'read',
  contents: 'read',
  issues: 'read',
  members: 'read',
} as const;
