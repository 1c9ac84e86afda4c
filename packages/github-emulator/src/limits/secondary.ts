import type { Clock } from '../model/clock.ts';
import type { ModelConstants } from '../model/constants.data.ts';
import type { Random } from '../model/random.ts';

export type Api = 'rest' | 'graphql';

export type SecondaryRefusal = {
  readonly kind: 'refused';
  readonly reason: 'concurrent' | 'rest-points' | 'graphql-points' | 'graphql-cpu' | 'cpu' | 'blocked';
  readonly status: 403 | 429;
  /** Absent in one refusal of ten, as GitHub leaves it out at times. */
  readonly retryAfterSeconds?: number;
  /** The request was sent although an earlier refusal still stood. */
  readonly isOffence: boolean;
};

export type SecondaryVerdict = { readonly kind: 'admitted' } | SecondaryRefusal;

export type SecondaryLimits = {
  /** Decides on a request about to run, and counts its points when it may. */
  admit(owner: string, api: Api, points: number): SecondaryVerdict;
  begin(owner: string): void;
  /** Ends a begun request and books the CPU it took. */
  end(owner: string, api: Api, cpuSeconds: number): void;
  /** Blocks an owner now, as if a limit had been passed. */
  block(owner: string): void;
};

type Entry = {
  readonly atMs: number;
  readonly api: Api;
  readonly points: number;
  readonly cpuSeconds: number;
};
type Account = { entries: Entry[]; running: number; blockedUntilMs: number };

const windowMs = 60_000;

/** Sliding minute per bucket owner: concurrency, points and CPU-seconds. */
export function createSecondaryLimits(
  clock: Clock,
  readConstants: () => ModelConstants,
  random: Random,
): SecondaryLimits {
  const accounts = new Map<string, Account>();

  function accountOf(owner: string): Account {
    const account = accounts.get(owner) ?? { entries: [], running: 0, blockedUntilMs: 0 };
    accounts.set(owner, account);
    const sinceMs = clock.nowMs() - windowMs;
    account.entries = account.entries.filter((entry) => entry.atMs > sinceMs);
    return account;
  }

  function refuse(account: Account, reason: SecondaryRefusal['reason']): SecondaryRefusal {
    const { blockSeconds, silentRefusalOneIn } = readConstants().secondary;
    if (reason !== 'blocked') account.blockedUntilMs = clock.nowMs() + blockSeconds * 1000;
    const retryAfterSeconds = Math.ceil((account.blockedUntilMs - clock.nowMs()) / 1000);
    const status = random() < 0.5 ? 403 : 429;
    const isSilent = random() < 1 / silentRefusalOneIn;
    const refusal = { kind: 'refused', reason, status, isOffence: reason === 'blocked' } as const;
    return isSilent ? refusal : { ...refusal, retryAfterSeconds };
  }

  return {
    admit(owner, api, points) {
      const account = accountOf(owner);
      if (account.blockedUntilMs > clock.nowMs()) return refuse(account, 'blocked');
      const passed = findPassedLimit(readConstants(), account, api, points);
      if (passed !== undefined) return refuse(account, passed);
      account.entries.push({ atMs: clock.nowMs(), api, points, cpuSeconds: 0 });
      return { kind: 'admitted' };
    },
    begin(owner) {
      accountOf(owner).running += 1;
    },
    end(owner, api, cpuSeconds) {
      const account = accountOf(owner);
      account.running -= 1;
      account.entries.push({ atMs: clock.nowMs(), api, points: 0, cpuSeconds });
    },
    block(owner) {
      accountOf(owner).blockedUntilMs = clock.nowMs() + readConstants().secondary.blockSeconds * 1000;
    },
  };
}

function findPassedLimit(
  constants: ModelConstants,
  account: Account,
  api: Api,
  points: number,
): SecondaryRefusal['reason'] | undefined {
  const limits = constants.secondary;
  const ofApi = account.entries.filter((entry) => entry.api === api);
  const minutePoints = sum(ofApi, (entry) => entry.points) + points;
  const graphqlCpu = sum(account.entries, (entry) => (entry.api === 'graphql' ? entry.cpuSeconds : 0));
  if (account.running >= limits.concurrent) return 'concurrent';
  if (api === 'rest' && minutePoints > limits.restPointsPerMinute) return 'rest-points';
  if (api === 'graphql' && minutePoints > limits.graphqlPointsPerMinute) return 'graphql-points';
  if (api === 'graphql' && graphqlCpu > limits.graphqlCpuSecondsPerMinute) return 'graphql-cpu';
  if (sum(account.entries, (entry) => entry.cpuSeconds) > limits.cpuSecondsPerMinute) return 'cpu';
  return undefined;
}

function sum(entries: readonly Entry[], measure: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + measure(entry), 0);
}
