/** What ARCHITECTURE section 2 says, as tables: change the page and this file together. */

/** A slice of `apps/server/src` and the floor it lives on; a slice opens the doors of lower floors only. */
export const floors: Readonly<Record<string, number>> = {
  http: 10,
  doctor: 9,
  briefs: 8,
  reports: 7,
  work: 6,
  visibility: 5,
  identity: 5,
  ingestion: 5,
  activity: 4,
  people: 3,
  'github-access': 2,
  access: 1,
  platform: 0,
};

/** The composition root: files that stand directly in `apps/server/src`. */
export const compositionRootFloor = 9;

/** Slices of the composition root, whose files may touch the world without saying so by a role. */
export const worldlySlices: readonly string[] = ['platform', 'http', 'doctor'];

/** What each workspace may import of the other workspaces; what is not listed here (tools, e2e, bench) may import all. */
export const walls: Readonly<Record<string, readonly string[]>> = {
  'packages/contract': [],
  'packages/github': [],
  'packages/github-emulator': [],
  'apps/web': ['@throughline/contract'],
  'apps/cli': ['@throughline/contract'],
  'apps/server': ['@throughline/contract', '@throughline/github', '@throughline/github-emulator'],
};

/** What tests of a workspace may import besides: the client is tried against the emulator; the emulator knows nobody. */
export const wallsForTests: Readonly<Record<string, readonly string[]>> = {
  'packages/github': ['@throughline/github-emulator'],
};

/** Third-party packages a workspace is limited to in its shipped code. */
export const onlyPackages: Readonly<Record<string, readonly string[]>> = {
  'packages/contract': ['zod'],
};

/** Role suffixes: what a file does is said by its name. A file of `apps/server/src` without one is pure. */
export const roles = ['sql', 'routes', 'jobs', 'client', 'metric', 'checks', 'data'] as const;

/** Roles whose files touch the world; `.data` is a table and stays pure. */
export const worldlyRoles: readonly string[] = ['sql', 'routes', 'jobs', 'client', 'metric', 'checks'];

/** Roles that may write SQL. */
export const sqlRoles: readonly string[] = ['sql', 'metric'];

/** Tables of activity that are whole on every machine; the others are spread by `repository_id`. */
export const referenceTables: readonly string[] = ['repository'];

export const forbiddenPathWords: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'lib',
  'misc',
  'controller',
  'controllers',
  'service',
  'services',
];

/** Node's builtins that compute and do nothing else. Where a list follows, only those names of the builtin are pure. */
export const pureBuiltins: Readonly<Record<string, 'all' | readonly string[]>> = {
  'node:assert': 'all',
  'node:assert/strict': 'all',
  'node:buffer': 'all',
  'node:crypto': [
    'X509Certificate',
    'createHash',
    'createHmac',
    'hash',
    'timingSafeEqual',
    'createSecretKey',
  ],
  'node:net': ['BlockList', 'SocketAddress', 'isIP', 'isIPv4', 'isIPv6'],
  'node:path': 'all',
  'node:path/posix': 'all',
  'node:querystring': 'all',
  'node:string_decoder': 'all',
  'node:url': 'all',
  'node:util': 'all',
  'node:zlib': ['gzipSync', 'gunzipSync', 'deflateSync', 'inflateSync', 'crc32'],
};

/** Third-party packages that compute and do nothing else: a pure file may import these values. */
export const purePackages: readonly string[] = ['zod', 'graphql', '@octokit/graphql-schema'];
