import * as z from 'zod';
import type { Administrator } from './administrator.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { control } from './control-github.ts';
import { fetchLedger } from './count-offences.ts';
import type { Github, Product } from './product.ts';
import { toSeedPlan } from './seed-plan.ts';
import type { SeedPair } from './start-seeds.ts';
import type { VirtualTime } from './virtual-time.ts';
import { type Patience, workOff } from './waiting-work.ts';

export interface Stage {
  readonly product: Product;
  readonly time: VirtualTime;
  readonly administrator: Administrator;
}

const daySeconds = 86_400;
/** When a limit or a lock that a token met is over. */
const hourSeconds = 61 * 60;
/** Longer than anything waits to be looked at again that was refused. */
const pauseSeconds = 11 * 60;
/** A day, and what its look-ups wait beyond it. */
const dayAfterSeconds = 25 * 3_600;
/** Within which what was set aside is read, though a try of it fails too: that waits a day for the next. */
const mostDays = 3;

/** Real time within which a group comes to rest, half a minute a seed; what has not is told as it stands. */
const patienceMs = 300_000;

/**
 * Reads every pair for the first time, lets days pass in which what could not be read is tried again, then three weeks in
 * which the organisations live on, and such days again; faults go on all the while. Returns what differs from the truth, seed by seed.
 */
export async function readThroughFaults(
  stage: Stage,
  pairs: readonly SeedPair[],
): Promise<readonly (readonly string[])[]> {
  const { product, time, administrator } = stage;
  const endMs = performance.now() + patienceMs;
  const githubs = new Map(pairs.flatMap(toNamed));
  const patience = {
    attend: (isQuiet: boolean) => administrator.attend(githubs, isQuiet),
    isOver: () => performance.now() > endMs,
  };
  await connectAll(stage, pairs);
  await comeToRest(stage, patience);
  await letDaysPass(stage, patience);
  await lookOnceMore(stage, patience, pairs);
  const first = await Promise.all(
    pairs.map(({ disturbed: github }) => compareWithTruth({ ...product, github })),
  );
  for (const pair of pairs) await followEdits(pair);
  await time.pass(21 * daySeconds, true);
  await comeToRest(stage, patience);
  await letDaysPass(stage, patience);
  await lookOnceMore(stage, patience, pairs);
  const defects = await listDefects(product);
  return Promise.all(
    pairs.map(async ({ disturbed: github, quiet }, at) => [
      ...(first[at] ?? []).map((line) => `first reading: ${line}`),
      ...(await compareWithTruth({ ...product, github, butTraceless: true })),
      ...(await compareWithTruth({ ...product, github: quiet, butTraceless: true })).map(
        (line) => `undisturbed: ${line}`,
      ),
      ...(await tellLateNotice(administrator, github)),
      ...(at === 0 ? defects : []),
    ]),
  );
}

const toNamed = ({ seed, disturbed, quiet }: SeedPair): readonly (readonly [string, Github])[] => [
  [`seed ${seed}`, disturbed],
  [`seed ${seed}, undisturbed`, quiet],
];

/** Who connects an organisation while GitHub fails is told so, and tries again: faults begin when it is connected. */
async function connectAll({ administrator }: Stage, pairs: readonly SeedPair[]): Promise<void> {
  for (const pair of pairs) {
    for (const [name, github] of toNamed(pair)) {
      const connect = await administrator.prepareToConnect(github, name);
      await connect();
    }
    await control(pair.disturbed.origin, 'fault-plan', toSeedPlan(pair.seed).faults);
  }
}

async function comeToRest({ product, time }: Stage, patience: Patience): Promise<void> {
  while (!patience.isOver()) {
    await workOff(product, time, patience);
    if (await isAtRest(product)) return;
    await time.pass((await isRepairAwaited(product)) ? hourSeconds : pauseSeconds);
  }
}

/** At least one, and on until nothing is set aside. */
async function letDaysPass(stage: Stage, patience: Patience): Promise<void> {
  for (let day = 0; day < mostDays; day += 1) {
    await stage.time.pass(dayAfterSeconds);
    await comeToRest(stage, patience);
    if (!(await isAnythingSetAside(stage.product))) return;
  }
}

async function isAnythingSetAside({ query }: Product): Promise<boolean> {
  const rows = await query(`
    select
    from quarantined_record
    join repository using (repository_id)
    where resolved_at is null
      and gone_at is null
    limit 1`);
  return rows.length > 0;
}

/** What the plan changed with the last answers is known at the next look, within ten minutes, unless more changes then. */
async function lookOnceMore(stage: Stage, patience: Patience, pairs: readonly SeedPair[]): Promise<void> {
  let known = Number.NaN;
  for (;;) {
    const changes = await countChanges(pairs);
    if (changes === known || patience.isOver()) return;
    known = changes;
    await stage.time.pass(pauseSeconds);
    await comeToRest(stage, patience);
  }
}

/** Faults that changed what is there. */
const changing: ReadonlySet<string | undefined> = new Set(['renamed', 'deleted', 'revoked']);

async function countChanges(pairs: readonly SeedPair[]): Promise<number> {
  const ledgers = await Promise.all(pairs.map(({ disturbed }) => fetchLedger(disturbed.origin)));
  return ledgers.flat().filter(({ fault }) => changing.has(fault)).length;
}

/** Whether every connection works, every repository is in step, and nothing is to be looked up. */
async function isAtRest({ query }: Product): Promise<boolean> {
  const [row] = await query(`
    select
      not exists (select from connection where state <> 'active')
      and not exists (select from connection_sync where discovered_at is null or failure_count > 0)
      and not exists (
        select from look_again
        join repository using (repository_id)
        where gone_at is null)
      and not exists (
        select from repository_sync
        join repository using (repository_id)
        where is_chosen
          and gone_at is null
          and (completed_at is null or phase <> 'incremental' or cursor is not null or failure_count > 0
            or changed_at > read_at)) as is_at_rest`);
  return row?.['is_at_rest'] === true;
}

async function isRepairAwaited({ query }: Product): Promise<boolean> {
  return (await query(`select from connection where state <> 'active'`)).length > 0;
}

const repositories = z.array(z.object({ id: z.number(), fullName: z.string(), isGone: z.boolean() }));

/** What the plan renamed and deleted happens to the undisturbed organisation too, so that both read the same. */
async function followEdits({ disturbed, quiet }: SeedPair): Promise<void> {
  const truth = repositories.parse(await (await fetch(`${disturbed.origin}/_emulator/truth`)).json());
  for (const { id, fullName, isGone } of truth) {
    const name = fullName.split('/')[1] ?? '';
    if (isGone) await control(quiet.origin, 'repositories', { kind: 'deleted', repositoryId: id });
    else if (name.endsWith('-moved'))
      await control(quiet.origin, 'repositories', { kind: 'renamed', repositoryId: id, name });
  }
}

/** A connection says within this that its token is good no more. */
const noticeSeconds = 60;

async function tellLateNotice(administrator: Administrator, github: Github): Promise<readonly string[]> {
  const isRefused = (await fetchLedger(github.origin)).some(({ outcome }) => outcome === 'bad-credentials');
  const seconds = administrator.noticedAfter(github);
  if (!isRefused || (seconds !== undefined && seconds <= noticeSeconds)) return [];
  return [`its token was refused, and it said so after ${seconds ?? 'never so many'} seconds`];
}

/** Jobs that gave up, and what the product said of itself as an error. */
async function listDefects({ query, output }: Product): Promise<readonly string[]> {
  const failed = await query(`select name, output::text as said from pgboss.job where state = 'failed'`);
  const errors = output()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line));
  return [...failed.map(({ name, said }) => `job ${String(name)} gave up: ${String(said)}`), ...errors];
}
