import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';

/** What becomes of a repository after the history's end; planned instants in whole seconds, undefined: never. */
export interface RepositoryFate {
  readonly renamedAtSeconds: number | undefined;
  /** Transferred to an owner outside. */
  readonly leftAtSeconds: number | undefined;
  /** Transferred back. */
  readonly returnedAtSeconds: number | undefined;
  readonly archivedAtSeconds: number | undefined;
  readonly deletedAtSeconds: number | undefined;
  /** When another is made under the name this one had first. */
  readonly succeededAtSeconds: number | undefined;
}

/** What becomes of an account. */
export interface AccountFate {
  readonly renamedAtSeconds: number | undefined;
  /** Whether somebody else takes the freed login a day later. */
  readonly isLoginTaken: boolean;
  readonly deletedAtSeconds: number | undefined;
}

export interface FateQuestion {
  readonly seed: number;
  readonly index: number;
  /** Nothing comes before. */
  readonly fromSeconds: number;
  /** Times the usual number of changes; 0: nothing ever. */
  readonly changes: number;
}

const day = 86_400;
const year = 365.25 * day;
const { yearly, share } = distributions;

export function planRepositoryFate({ seed, index, fromSeconds, changes }: FateQuestion): RepositoryFate {
  const draws = new Draws(seed, 20, index);
  const when = (rate: number) => drawInstant(draws, fromSeconds, rate * changes);
  const renamedAtSeconds = when(yearly.renamed);
  const leftAtSeconds = when(yearly.left);
  const archivedAtSeconds = when(yearly.archived);
  const deletedAtSeconds = when(yearly.deleted);
  const freed = [renamedAtSeconds, leftAtSeconds, deletedAtSeconds].filter((at) => at !== undefined);
  const isSucceeded = draws.chance(share.nameUsedAgain) && freed.length > 0;
  const succeededAt = isSucceeded ? Math.min(...freed) + Math.ceil((1 + draws.next() * 20) * day) : undefined;
  const back =
    leftAtSeconds === undefined ? undefined : leftAtSeconds + Math.ceil((5 + draws.next() * 90) * day);
  return {
    renamedAtSeconds,
    leftAtSeconds,
    // One whose name is in use again stays where it went.
    returnedAtSeconds: draws.chance(share.returns) && !isSucceeded ? back : undefined,
    archivedAtSeconds,
    deletedAtSeconds,
    succeededAtSeconds: succeededAt,
  };
}

export function planAccountFate({ seed, index, fromSeconds, changes }: FateQuestion): AccountFate {
  const draws = new Draws(seed, 21, index);
  return {
    renamedAtSeconds: drawInstant(draws, fromSeconds, yearly.accountRenamed * changes),
    deletedAtSeconds: drawInstant(draws, fromSeconds, yearly.accountDeleted * changes),
    isLoginTaken: draws.chance(share.nameUsedAgain),
  };
}

/** When a repository of the owner outside is transferred here. */
export function planArrival({ seed, index, fromSeconds, changes }: FateQuestion): number | undefined {
  return drawInstant(new Draws(seed, 22, index), fromSeconds, yearly.arrived * changes);
}

/** The first of events that come `rate` times a year, at least a second after `fromSeconds`. */
function drawInstant(draws: Draws, fromSeconds: number, rate: number): number | undefined {
  const wait = -Math.log(1 - draws.next());
  return rate === 0 ? undefined : fromSeconds + 1 + Math.floor((wait / rate) * year);
}
