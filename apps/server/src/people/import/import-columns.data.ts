/** What each column of a file may be called; spelling, spaces and case do not matter. */
export const importColumns = {
  name: ['name', 'fullname', 'person'],
  emails: ['email', 'emails', 'mail', 'emailaddress', 'emailaddresses'],
  logins: ['login', 'logins', 'github', 'githublogin', 'githublogins', 'account', 'accounts'],
  joined: ['joined', 'joinedon', 'start', 'startdate', 'startson'],
  left: ['left', 'lefton', 'end', 'enddate', 'endson', 'lastday'],
  zone: ['zone', 'timezone', 'tz'],
  team: ['team'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ImportColumn = keyof typeof importColumns;
