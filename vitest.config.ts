import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const everywhere = ['apps/*/src', 'packages/*/src', 'tools', 'bench', 'e2e'];
const ignored = ['**/node_modules/**', '**/dist/**'];

/** Test files that touch the world carry the name of what they touch: a database, our own program, a socket, files, a browser. */
const touchingTheWorld = ['db', 'program', 'http', 'files', 'e2e'].map((name) => `**/*.${name}.test.ts`);

const sqlSetup = 'apps/server/src/platform/sql/testing/global-setup.ts';

/** Files that take longest. Begun last, each would leave every core but one idle to the end. */
const longest = [
  'pulled-plug',
  'pages/every-page',
  'stories/sync.',
  'stories/sync-scale',
  'database-stop-points',
  'api-stop-points',
];

/** Modules hold no state, which the architecture test sees to, so the files of a worker may share them: a third faster. */
const sharing = { isolate: false };

/** What is looked at again and again until it is so; a second, which is the default, is short on a busy machine. */
const patient = { expect: { poll: { timeout: 15_000 } } };

/** The longest files first; a machine that has run nothing yet knows of the others only how large they are. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.includes(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * `pure`     decisions over values; no database, no socket, no process
 * `guards`   the checks themselves, run as programs on planted violations
 * `emulator` over real HTTP, real git repositories and real files, without a database
 * `db-18`    everything on PostgreSQL 18
 * `db-15`    the SQL files' own suites again on PostgreSQL 15, the oldest we promise
 * `programs` the program in its own processes, with little beside it: it promises how soon it is there
 * `browser`  the whole program as its users have it: one command, a browser, an emulated GitHub
 */
export default defineConfig({
  test: {
    // One core fewer by default, which on two cores is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // What a failed test found is told whole: the log is all there is of a machine elsewhere.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      {
        test: {
          name: 'pure',
          include: everywhere.map((root) => `${root}/**/*.test.{ts,tsx}`),
          exclude: [...ignored, ...touchingTheWorld],
          pool: 'threads',
          ...sharing,
          // Properties are tried many times; on a busy machine that takes a while.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'guards',
          include: ['tools/**/*.files.test.ts'],
          exclude: ignored,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'edges',
          ...sharing,
          ...patient,
          include: ['apps/**/*.{http,files}.test.ts'],
          exclude: ignored,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'emulator',
          ...sharing,
          ...patient,
          include: ['packages/**/*.{http,files}.test.ts'],
          exclude: ignored,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db-18',
          ...sharing,
          ...patient,
          include: ['apps/server/src/**/*.db.test.ts'],
          exclude: ignored,
          env: { THROUGHLINE_TEST_PG: '18' },
          globalSetup: [sqlSetup],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'db-15',
          ...sharing,
          ...patient,
          include: ['apps/server/src/**/*.sql.db.test.ts'],
          exclude: ignored,
          env: { THROUGHLINE_TEST_PG: '15' },
          globalSetup: [sqlSetup],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'programs',
          ...patient,
          include: ['apps/server/src/**/*.program.test.ts'],
          exclude: ignored,
          env: { THROUGHLINE_TEST_PG: '18' },
          globalSetup: [sqlSetup],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          ...sharing,
          ...patient,
          include: ['e2e/**/*.e2e.test.ts'],
          exclude: ignored,
          globalSetup: ['e2e/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
