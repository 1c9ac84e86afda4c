import { attention, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import type { BucketUse } from '../quota/quota-use.sql.ts';

const resourceWords = { core: 'REST', graphql: 'GraphQL' } as const;

const toClock = (at: Date | undefined): string =>
  at === undefined ? 'the hour’s end' : `${at.toISOString().slice(11, 16)} UTC`;

interface Limited extends BucketUse {
  readonly limit: number;
  readonly remaining: number;
}

const listRunning = (buckets: readonly BucketUse[], now: Date): readonly Limited[] =>
  buckets.flatMap((bucket) => {
    const { limit, remaining, resetAt } = bucket;
    const isOver = resetAt === undefined || resetAt <= now;
    return limit === undefined || remaining === undefined || isOver ? [] : [{ ...bucket, limit, remaining }];
  });

/** A tenth is kept for people: below it reading waits. */
const lowShare = 0.1;

/** Whether this hour's quota of the credential lasts. */
export function judgeQuota(buckets: readonly BucketUse[], now: Date): Finding {
  const running = listRunning(buckets, now);
  if (running.length === 0) {
    return buckets.length === 0
      ? notChecked('nothing was asked with it yet')
      : ok('The host sets no limit, or a new hour has begun.');
  }
  const proof = running
    .map(({ resource, limit, remaining }) => `${resourceWords[resource]}: ${remaining} of ${limit} left`)
    .join('; ');
  const low = running.filter(({ limit, remaining }) => remaining < limit * lowShare);
  if (low.length === 0) return ok(`${proof}.`);
  return attention({
    proof: `${proof}.`,
    consequence: `Reading waits until ${toClock(low[0]?.resetAt)} and goes on by itself.`,
    repair: { text: 'Nothing for you to do. If it is so every hour, see who else uses it.' },
  });
}

const rivalShare = 0.2;

/** Whether others spend from the same quota: what is used beyond what we spent. */
export function judgeRivals(buckets: readonly BucketUse[], now: Date): Finding {
  const running = listRunning(buckets, now);
  if (running.length === 0) return notChecked('there is no count of this hour');
  const shares = running.map(({ resource, limit, remaining, spent }) => {
    const ours = Object.values(spent).reduce((sum, one) => sum + one, 0);
    return { resource, limit, ours, others: Math.max(0, limit - remaining - ours) };
  });
  const proof = shares
    .map(
      ({ resource, ours, others }) =>
        `${resourceWords[resource]}: ${ours} used by Throughline, ${others} by others`,
    )
    .join('; ');
  const isCrowded = shares.some(({ limit, others }) => others > limit * rivalShare);
  if (!isCrowded) return ok(`${proof}.`);
  return attention({
    proof: `${proof}.`,
    consequence: 'Another program uses the quota of the same account, so reading is slower and may wait.',
    repair: {
      text: 'Give Throughline a credential of its own: a GitHub App, or a token of a service account.',
    },
  });
}
