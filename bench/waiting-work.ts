import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Product } from './product.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Queues whose jobs speak to GitHub or decide who does. What counts and forgets in the background is not waited for. */
const working = `('plan-reading', 'discover-repositories', 'sweep-repositories', 'read-repository',
  'look-up-pull-requests', 'recheck-pull-requests')`;

/** They queue themselves for ever: time need not pass for them, but does not while they are at work. */
const perpetual = `('plan-reading', 'recheck-pull-requests')`;

const work = z.object({ now: z.coerce.number(), waits: z.coerce.number().nullable() });

/** What is left to do: something now, something after a wait of so many seconds, or nothing. */
async function loadWork({ query }: Product): Promise<'now' | number | undefined> {
  const [row] = await query(`
    select
      count(*) filter (where state = 'active' or start_after <= pgboss.job_now()) as now,
      extract(epoch from min(start_after) filter (where name not in ${perpetual}) - pgboss.job_now()) as waits
    from pgboss.job
    where state < 'completed'
      and name in ${working}`);
  const { now, waits } = work.parse(row);
  if (now > 0) return 'now';
  return waits ?? undefined;
}

/** What waits a little longer than what waits least begins with it. */
const togetherSeconds = 60;

export interface Patience {
  /** Done again and again; `isQuiet` when nothing is under way. */
  readonly attend: (isQuiet: boolean) => Promise<void>;
  readonly isOver: () => boolean;
}

/** Works off all that is due, and moves time on whenever everything waits, until nothing is left to wait for. */
export async function workOff(
  product: Product,
  time: VirtualTime,
  { attend, isOver }: Patience,
): Promise<void> {
  let quietLooks = 0;
  while (!isOver()) {
    const left = await loadWork(product);
    quietLooks = left === 'now' ? 0 : quietLooks + 1;
    const isQuiet = quietLooks >= 2;
    await attend(isQuiet);
    if (left !== 'now' && isQuiet) {
      if (left === undefined) return;
      await time.pass(Math.max(0, left) + togetherSeconds);
      quietLooks = 0;
    }
    await sleep(100);
  }
}
