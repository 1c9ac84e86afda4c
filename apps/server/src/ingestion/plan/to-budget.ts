import type { HostKind } from '@throughline/contract';
import { type BucketUse, toFloor } from '../../github-access/index.ts';
import type { HourlyBudget } from './estimate-hours.ts';

/** What GitHub gives a token an hour, where none of its answers has told yet. */
const usualLimit = 5_000;

/** What an hour leaves to reading history, of points and of requests over REST. */
export function toBudget(buckets: readonly BucketUse[], hostKind: HostKind): HourlyBudget {
  const find = (resource: BucketUse['resource']): number | undefined => {
    const bucket = buckets.find((candidate) => candidate.resource === resource);
    const isUnknown = bucket === undefined && hostKind !== 'enterprise-server' && hostKind !== 'demo';
    const limit = isUnknown ? usualLimit : bucket?.limit;
    // Where limits are off, some hosts say so with a limit of nothing.
    return limit === undefined || limit === 0 ? undefined : limit - toFloor('backfill', limit);
  };
  return { points: find('graphql'), restRequests: find('core') };
}
