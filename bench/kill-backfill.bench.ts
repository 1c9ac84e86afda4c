import { setTimeout as sleep } from 'node:timers/promises';
import { type BillLine, fetchBill, sum } from './bill.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { compareRows, loadRows, type Rows } from './compare-with-undisturbed.ts';
import { type Github, type Product, startGithub, startProduct } from './product.ts';
import { prepareToConnect, setUp } from './read-all.ts';

const kills = { small: 15, full: 100 } as const;

/** Repositories read at once by the one worker. */
const concurrency = 4;

/** The product's promise when the plug is pulled. */
const resumeLimitS = 45;

/** GitHub answers so late that a backfill lasts as long as the kills do. */
const latencyMs = { small: 150, full: 300 } as const;

const victims = ['worker', 'api', 'postmaster'] as const;

/** Between the end of one kill's wait and the next kill: from 0.3 to 1.8 s, scattered alike in every run. */
const toPauseMs = (kill: number): number => 300 + ((kill * 0.618_034) % 1) * 1_500;

/**
 * Kills worker, api and database server in turn, at times scattered over their work, while a made-up organisation is read for the
 * first time: `kills`, `differences` from the ledger of the truth at the end and, row by row, from what an undisturbed reading
 * of the same organisation left in its tables, `pages_refetched` (list pages asked beyond those of that reading),
 * `concurrency`, `resume_s_max` (from a kill to the next page that is kept).
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  await using stack = new AsyncDisposableStack();
  const pulls = size === 'small' ? 2_400 : 12_000;
  const start = () =>
    startGithub({ pulls, repositories: 8, words: ['--latency-ms', String(latencyMs[size])] });
  const [disturbed, quiet] = [stack.use(await start()), stack.use(await start())];
  let quietRows: Rows = new Map();
  const undisturbed = await countPages(quiet, async () => {
    quietRows = await readUndisturbed(quiet);
  });
  const product = stack.use(await startProduct([disturbed.origin]));
  const reader = await setUp(product);
  const connect = await prepareToConnect(reader, disturbed);
  let resumeSMax = 0;
  let done = 0;
  const asked = await countPages(disturbed, async () => {
    await connect();
    for (; done < kills[size] && !(await isRead(product)); done += 1) {
      await sleep(toPauseMs(done));
      resumeSMax = Math.max(
        resumeSMax,
        await killAndWait(product, victims[done % victims.length] ?? 'worker'),
      );
    }
    await untilRead(product);
  });
  const house = { query: (text: string) => tryUntil(() => product.query(text)), github: disturbed };
  const differences = [...(await compareWithTruth(house)), ...compareRows(quietRows, await loadRows(house))];
  for (const line of differences.slice(0, 10)) console.log(line.slice(0, 600));
  const figures = {
    kills: done,
    differences: differences.length,
    pages_refetched: Math.max(0, asked - undisturbed),
    concurrency,
    resume_s_max: Math.round(resumeSMax * 10) / 10,
  };
  const isKept =
    figures.kills === kills[size] &&
    figures.differences === 0 &&
    figures.pages_refetched <= figures.kills * concurrency &&
    figures.resume_s_max <= resumeLimitS;
  if (!isKept) throw new Error(`Not as promised: ${JSON.stringify(figures)}.`);
  return figures;
};

/** What is left in the tables of a house whose plug nobody pulls. */
async function readUndisturbed(github: Github): Promise<Rows> {
  await using product = await startProduct([github.origin]);
  const reader = await setUp(product);
  const connect = await prepareToConnect(reader, github);
  await connect();
  await untilRead(product);
  const rows = await loadRows({ query: product.query, github });
  return rows;
}

const lists = new Set([
  'pullRequestsPage',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/comments',
]);

/** Pages of lists that were asked for while something happened. */
async function countPages({ origin }: Github, happen: () => Promise<void>): Promise<number> {
  const before = await fetchBill(origin);
  await happen();
  return toPages(await fetchBill(origin)) - toPages(before);
}

const toPages = (lines: readonly BillLine[]): number =>
  sum(lines, ({ operation, count }) => (lists.has(operation) ? count : 0));

/** Seconds from the kill to the next row that is kept, or to the end of reading. */
async function killAndWait(product: Product, victim: (typeof victims)[number]): Promise<number> {
  const before = await countKept(product);
  await tryUntil(() => product.kill(victim));
  const killedAt = performance.now();
  await tryUntil(async () => {
    const isOn = (await countKept(product)) > before || (await isRead(product));
    if (!isOn) throw new Error(`Nothing more is kept since the ${victim} was killed.`);
  }).catch(async (cause: unknown) => {
    throw new Error(`What waits: ${JSON.stringify(await tryUntil(() => loadUnread(product)))}`, { cause });
  });
  return (performance.now() - killedAt) / 1000;
}

/** Everything that a page may leave behind. */
async function countKept({ query }: Product): Promise<number> {
  const rows = await tryUntil(() =>
    query(
      `select
         (select count(*) from pull_request) + (select count(*) from pull_request_file)
         + (select coalesce(sum(next_page), 0) from rest_stream)
         + 1000000 * (select count(*) from repository_sync where completed_at is not null) as kept`,
    ),
  );
  return Number(rows[0]?.['kept'] ?? 0);
}

async function isRead({ query }: Product): Promise<boolean> {
  const rows = await tryUntil(() =>
    query(
      `select count(*) > 0 and bool_and(completed_at is not null) as is_read
       from repository_sync
       where is_chosen`,
    ),
  );
  return rows[0]?.['is_read'] === true;
}

/** Why it does not go on: what is not read to its end, and its jobs. */
const loadUnread = ({ query }: Product): Promise<readonly object[]> =>
  query(`
    select
      repository_id, phase, wait_reason, wait_until, failure_code, failure_text, failure_count,
      (select jsonb_agg(jsonb_build_array(name, state, retry_count, start_after, output))
       from pgboss.job
       where state < 'completed' and data ->> 'repositoryId' = repository_sync.repository_id::text) as jobs
    from repository_sync
    where completed_at is null`);

async function untilRead(product: Product): Promise<void> {
  await tryUntil(async () => {
    if (!(await isRead(product))) throw new Error('It is still being read.');
  }, 300_000);
}

/** Tries again while processes start anew; rejects with the last failure when it takes longer than that. */
async function tryUntil<Result>(attempt: () => Promise<Result>, patienceMs = 90_000): Promise<Result> {
  const endMs = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > endMs) throw error;
      await sleep(100);
    }
  }
}
