import type { Clock } from '../model/clock.ts';
import type { ModelConstants } from '../model/constants.data.ts';

export type Resource = 'core' | 'graphql' | 'search';

/** Where a bucket stands; `resetAt` in whole epoch seconds. */
export type Quota = {
  readonly resource: Resource;
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetAt: number;
};

export type PrimaryLimits = {
  read(owner: string, resource: Resource): Quota;
  /** Takes points; may overshoot, as a query is only charged once it ran. */
  charge(owner: string, resource: Resource, points: number): Quota;
  /** Sets how much of a bucket is used, for tests of exhaustion. */
  setUsed(owner: string, resource: Resource, used: number): void;
};

/** The bucket of requests without a credential. */
export const anonymousOwner = 'ip:127.0.0.1';

export function toInstallationOwner(installationId: number): string {
  return `installation:${installationId}`;
}

/** What an owner's bucket has above the usual: an installation's grows with repositories and people. */
export type GrowthOf = (owner: string) => number;

type Window = { used: number; resetAt: number };

/** Fixed windows that begin with the first request of a bucket's owner. */
export function createPrimaryLimits(
  clock: Clock,
  readConstants: () => ModelConstants,
  growthOf: GrowthOf = () => 0,
  /** How far the host's own clock is wrong, by which it tells when a window ends. */
  skewSeconds: () => number = () => 0,
): PrimaryLimits {
  const windows = new Map<string, Window>();

  function currentWindow(owner: string, resource: Resource): Window {
    const key = `${owner} ${resource}`;
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const known = windows.get(key);
    if (known !== undefined && known.resetAt > nowSeconds) return known;
    const fresh = { used: 0, resetAt: nowSeconds + windowSeconds(resource) };
    windows.set(key, fresh);
    return fresh;
  }

  function toQuota(owner: string, resource: Resource, window: Window): Quota {
    const growth = resource === 'search' ? 0 : growthOf(owner);
    const limit = limitOf(readConstants(), owner, resource) + growth;
    const used = Math.min(window.used, limit);
    return { resource, limit, used, remaining: limit - used, resetAt: window.resetAt + skewSeconds() };
  }

  return {
    read: (owner, resource) => toQuota(owner, resource, currentWindow(owner, resource)),
    charge(owner, resource, points) {
      const window = currentWindow(owner, resource);
      window.used += points;
      return toQuota(owner, resource, window);
    },
    setUsed(owner, resource, used) {
      currentWindow(owner, resource).used = used;
    },
  };
}

function windowSeconds(resource: Resource): number {
  return resource === 'search' ? 60 : 3_600;
}

function limitOf(constants: ModelConstants, owner: string, resource: Resource): number {
  const { primary } = constants;
  const isAnonymous = owner === anonymousOwner;
  if (resource === 'graphql') return isAnonymous ? 0 : primary.graphql;
  if (resource === 'search') return isAnonymous ? primary.anonymousSearchPerMinute : primary.searchPerMinute;
  return isAnonymous ? primary.anonymousCore : primary.core;
}
