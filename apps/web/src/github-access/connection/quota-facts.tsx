import type { ConnectionDetail } from '@throughline/contract';
import { Facts } from '../../ui/facts.tsx';
import { toClock } from '../../ui/moment-words.ts';
import { toNumber } from '../../ui/number-words.ts';

type Bucket = NonNullable<ConnectionDetail['reading']>['buckets'][number];

const names: Readonly<Record<Bucket['resource'], string>> = {
  graphql: 'GraphQL points',
  core: 'REST requests',
};

/** What is left of the credential's quota now, and how much of what is used Throughline used. */
export const QuotaFacts = ({ buckets }: { readonly buckets: readonly Bucket[] }) => (
  <Facts facts={buckets.map((bucket) => [names[bucket.resource], toWords(bucket)])} />
);

function toWords({ limit, remaining, resetAt, ours }: Bucket): string {
  if (limit === undefined || remaining === undefined)
    return `no limit; ${toNumber(ours)} used by Throughline`;
  const until = resetAt === undefined ? '' : ` until ${toClock(new Date(resetAt))}`;
  const used = Math.max(0, limit - remaining);
  return `${toNumber(remaining)} of ${toNumber(limit)} left${until}; of ${toNumber(used)} used, ${toNumber(Math.min(ours, used))} by Throughline`;
}
