import { spawnSync } from 'node:child_process';

interface Whole {
  readonly name: string;
  readonly project: 'browser' | 'db-18';
  readonly suite: string;
}

/** What every run of CI tries a part of. */
const wholes: readonly Whole[] = [
  {
    name: 'ten thousand open pull requests, not two thousand',
    project: 'db-18',
    suite: 'apps/server/src/ingestion/reading/large.db.test.ts',
  },
  {
    name: 'every refused address through every field, not fifty',
    project: 'db-18',
    suite: 'apps/server/src/refused-addresses.db.test.ts',
  },
  {
    name: 'every page in the dark, not every other',
    project: 'browser',
    suite: 'e2e/pages/every-page.e2e.test.ts',
  },
  {
    name: 'the plug pulled ten times, not four',
    project: 'browser',
    suite: 'e2e/stories/pulled-plug.e2e.test.ts',
  },
];

const run = ({ project, suite }: Whole): Promise<void> => {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', project, suite], {
    stdio: 'inherit',
    env: { ...process.env, THROUGHLINE_WHOLE: '1' },
  });
  return status === 0 ? Promise.resolve() : Promise.reject(new Error('What failed stands above.'));
};

/** `npm run long -- whole` */
export const parts = wholes.map((whole) => ({ name: whole.name, run: () => run(whole) }));
