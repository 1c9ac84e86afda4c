/**
 * What a key may do, by its scope: the operations named here and no others. An operation that no scope names is closed to
 * keys, whoever they belong to; so are, by a test, keys themselves, passwords, sessions, users and secrets.
 */
const read = [
  'getMe',
  'getWorkspace',
  'listConnections',
  'getSync',
  'streamSync',
  'listRepositorySync',
  'listRepositorySyncRows',
  'getRepositorySync',
  'planSync',
  'getQuotaHistory',
  'listSyncLog',
  'listPeople',
  'listRobots',
  'listUnlinked',
  'getPerson',
  'getPersonPage',
  'listPersonRows',
  'getShippedText',
  'listTeams',
  'getTeam',
  'listGithubTeams',
  'listPullRequests',
  'listPullRequestRows',
  'countPullRequests',
  'exportPullRequestsCsv',
  'exportPullRequestsJson',
  'listReviews',
  'listAttention',
  'getAgreements',
  'listExceptions',
  'getHome',
  'listRepositories',
  'listRepositoryRows',
  'getRepositoryPage',
  'search',
  'findAddress',
] as const;

export const keyScopes = {
  read: { says: 'Read what you may read', operations: read },
  sync: {
    says: 'Read, and run, pause and resume the sync',
    operations: [
      ...read,
      'syncNow',
      'pauseSync',
      'resumeSync',
      'repairRepository',
      'readRepositoryAgain',
      'readConnectionAgain',
    ],
  },
} as const satisfies Readonly<
  Record<string, { readonly says: string; readonly operations: readonly string[] }>
>;
