import type { ReadingCost, SyncPlan } from '@throughline/contract';
import { paceLimits } from '@throughline/github';
import { computingTime } from './computing-time.data.ts';

/** What an hour gives to reading history, of one credential. */
export interface HourlyBudget {
  /** What is left of the quota for reading history; undefined where the host sets no limit. */
  readonly points: number | undefined;
  readonly restRequests: number | undefined;
}

export interface HoursQuestion {
  readonly cost: ReadingCost;
  readonly budget: HourlyBudget;
  /** Repositories that are read at once. */
  readonly atOnce: number;
  /** Averages of what is here differ from the rest less than those of an average organisation do. */
  readonly basis: SyncPlan['basis'];
}

export type HoursEstimate = Pick<SyncPlan, 'hours' | 'boundBy'>;

/** How far the truth may lie from averages. */
const spreads = { measured: { least: 0.9, most: 1.15 }, assumed: { least: 0.75, most: 1.4 } } as const;

type Bound = NonNullable<SyncPlan['boundBy']>;

/**
 * Hours that reading takes (GITHUB.md section 11): quota and computing time are spent side by side, and what lasts longest
 * counts. At best GitHub's own limits, at worst the four fifths of them that one process allows itself. Where the host
 * counts nothing, its computing time: of all that are read at once, or of one question after the other.
 */
export function estimateHours(question: HoursQuestion): HoursEstimate {
  const { cost, basis, atOnce } = question;
  const { least, most } = spreads[basis];
  const isLimited = question.budget.points !== undefined || question.budget.restRequests !== undefined;
  const fastest = toBounds(question, isLimited ? githubs : { graphql: 3_600 * atOnce, rest: 3_600 * atOnce });
  const slowest = toBounds(question, isLimited ? ours : { graphql: 3_600, rest: 3_600 });
  if (cost.graphqlRequests + cost.restRequests === 0) return {};
  const boundBy = findLongest(slowest);
  return {
    hours: { from: Math.max(...Object.values(fastest)) * least, to: slowest[boundBy] * most },
    boundBy,
  };
}

interface SecondsAnHour {
  readonly graphql: number;
  readonly rest: number;
}

const githubs: SecondsAnHour = {
  graphql: computingTime.anHour.graphqlSeconds,
  rest: computingTime.anHour.restSeconds,
};

const { graphqlBusyMsPerMinute, busyMsPerMinute } = paceLimits;
const minutesAnHourBySecond = 60 / 1_000;
const ours: SecondsAnHour = {
  graphql: graphqlBusyMsPerMinute * minutesAnHourBySecond,
  rest: (busyMsPerMinute - graphqlBusyMsPerMinute) * minutesAnHourBySecond,
};

const toBounds = (
  { cost, budget }: HoursQuestion,
  seconds: SecondsAnHour,
): Readonly<Record<Bound, number>> => ({
  points: budget.points === undefined ? 0 : cost.points / budget.points,
  'rest-requests': budget.restRequests === undefined ? 0 : cost.restRequests / budget.restRequests,
  'graphql-cpu': cost.graphqlCpuSeconds / seconds.graphql,
  'rest-cpu': cost.restCpuSeconds / seconds.rest,
});

const bounds = ['points', 'rest-requests', 'graphql-cpu', 'rest-cpu'] as const;

const findLongest = (hours: Readonly<Record<Bound, number>>): Bound =>
  bounds.reduce((longest, bound) => (hours[bound] > hours[longest] ? bound : longest), 'points');
