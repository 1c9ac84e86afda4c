import { distributions } from './distributions.data.ts';
import { Draws, type LogNormal } from './draws.ts';
import { shareOfNumber } from './number-space.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { instantOfWork, toMonday, workingWeight } from './working-calendar.ts';

/**
 * What lists need of a pull request, made in about a microsecond. Instants are whole seconds and planned: those after now
 * have not happened. Everything else of the pull request happens between two milestones, so that a pull request whose last
 * milestone is past was updated then, or by what its aftermath holds; of one still on its way only its making tells.
 */
export interface PullOutline {
  readonly number: number;
  readonly author: PullAuthor;
  readonly createdAtSeconds: number;
  /** undefined: never a draft, or never made ready (see `isBornDraft`). */
  readonly readyAtSeconds: number | undefined;
  readonly isBornDraft: boolean;
  /** When each review round's first review is submitted. */
  readonly roundsAtSeconds: readonly number[];
  readonly ending: 'merged' | 'closed' | 'none';
  /** undefined where it stays open for good. */
  readonly endAtSeconds: number | undefined;
  /** Planned; the last come with the rounds. */
  readonly commitCount: number;
  /** A comment soon after the end. */
  readonly lateAtSeconds: number | undefined;
}

export type PullAuthor =
  | { readonly kind: 'person'; readonly place: number }
  | { readonly kind: 'bot'; readonly place: number }
  | { readonly kind: 'ghost'; readonly place: number };

const hour = 3_600;
const { share, hours, bots } = distributions;

export function outlinePull(plan: RepositoryPlan, number: number): PullOutline {
  const draws = new Draws(plan.seed, 3, number);
  const createdAtSeconds = instantOfNumber(plan, number, draws.next());
  const author = pickAuthor(plan, draws, createdAtSeconds);
  const ending = pickEnding(draws);
  const draft = planDraft(draws, { author, ending, createdAtSeconds });
  const startSeconds = draft.readyAtSeconds ?? createdAtSeconds;
  const roundsAtSeconds = draft.isReady
    ? planRounds(draws, plan.shape.rounds[author.kind === 'bot' ? 'bots' : 'people'], startSeconds)
    : [];
  const last = roundsAtSeconds.at(-1) ?? startSeconds;
  const endHours = roundsAtSeconds.length === 0 ? hours.unreviewedEnd : hours.end;
  const endAtSeconds = ending === 'none' ? undefined : later(draws, last, endHours);
  return {
    number,
    author,
    createdAtSeconds,
    readyAtSeconds: draft.readyAtSeconds,
    isBornDraft: draft.isBornDraft,
    roundsAtSeconds,
    ending,
    endAtSeconds,
    lateAtSeconds: planLate(draws, endAtSeconds),
    commitCount:
      author.kind === 'bot' ? 1 : Math.max(1, Math.floor(draws.logNormal(plan.shape.counts.commits))),
  };
}

/** The planned instants in their order, from the creation to the end. */
export function milestonesOf(outline: PullOutline): readonly number[] {
  return [
    outline.createdAtSeconds,
    outline.readyAtSeconds,
    ...outline.roundsAtSeconds,
    outline.endAtSeconds,
  ].filter((at) => at !== undefined);
}

/** When the pull request of a number was opened. */
export function openingOf(plan: RepositoryPlan, number: number): number {
  return instantOfNumber(plan, number, new Draws(plan.seed, 3, number).next());
}

/** When a pull request's or an issue's number was given; later numbers later. */
export function instantOfNumber(plan: RepositoryPlan, number: number, jitter: number): number {
  return instantOfWork(plan.startSeconds, plan.endSeconds, shareOfNumber(number, plan.plannedPulls, jitter));
}

/** Somebody at work then, more likely of the team; of six who come to mind, the last still with them when nobody is. */
export function pickPerson(plan: RepositoryPlan, draws: Draws, atSeconds: number, except = -1): number {
  let [anybody, somebodyThere] = [-1, -1];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const candidate = pickCandidate(plan, draws);
    if (candidate === except) continue;
    anybody = candidate;
    const weight = weightOf(plan, candidate, atSeconds);
    if (weight === undefined) continue;
    if (draws.chance(weight)) return candidate;
    somebodyThere = candidate;
  }
  if (somebodyThere !== -1) return somebodyThere;
  return anybody === -1 ? (except + 1) % plan.people.length : anybody;
}

/** undefined where the person has not come yet or has left. */
function weightOf({ people }: RepositoryPlan, place: number, atSeconds: number): number | undefined {
  const person = people[place];
  if (person === undefined || person.activeFromSeconds > atSeconds || person.activeUntilSeconds <= atSeconds)
    return undefined;
  return workingWeight(atSeconds, person.zone);
}

/** Some do much more than others: the earlier in the list, the more. */
function pickCandidate(plan: RepositoryPlan, draws: Draws): number {
  const isOwn = draws.chance(distributions.ownTeamShare);
  const weight = draws.next() ** distributions.unevenness;
  const own = plan.team[Math.floor(weight * plan.team.length)];
  return isOwn && own !== undefined ? own : Math.floor(weight * plan.people.length);
}

function pickAuthor(plan: RepositoryPlan, draws: Draws, atSeconds: number): PullAuthor {
  let left = draws.next();
  const bot = bots.findIndex((one) => (left -= one.share) < 0);
  if (bot !== -1) return { kind: 'bot', place: bot };
  const isGhost = draws.chance(share.ghostAuthor);
  return { kind: isGhost ? 'ghost' : 'person', place: pickPerson(plan, draws, atSeconds) };
}

function planDraft(
  draws: Draws,
  { author, ending, createdAtSeconds }: Pick<PullOutline, 'author' | 'ending' | 'createdAtSeconds'>,
) {
  const isBornDraft = author.kind !== 'bot' && draws.chance(share.bornDraft);
  if (!isBornDraft) return { isBornDraft, isReady: true, readyAtSeconds: undefined };
  const isReady = ending === 'merged' || !draws.chance(share.neverReady);
  return {
    isBornDraft,
    isReady,
    readyAtSeconds: isReady ? later(draws, createdAtSeconds, hours.draft) : undefined,
  };
}

function planLate(draws: Draws, endAtSeconds: number | undefined): number | undefined {
  const isWanted = endAtSeconds !== undefined && draws.chance(share.commentedAfterEnd);
  return isWanted ? later(draws, endAtSeconds, hours.afterEnd) : undefined;
}

function pickEnding(draws: Draws): PullOutline['ending'] {
  const left = draws.next();
  if (left < share.merged) return 'merged';
  return left < share.merged + share.closedUnmerged ? 'closed' : 'none';
}

function planRounds(draws: Draws, weights: readonly number[], readyAtSeconds: number): readonly number[] {
  const count = draws.weighted(weights);
  const planned: number[] = [];
  let at = readyAtSeconds;
  for (let round = 0; round < count; round += 1) {
    at = later(draws, at, round === 0 ? hours.firstReview : hours.nextRound);
    planned.push(at);
  }
  return planned;
}

function later(draws: Draws, atSeconds: number, wait: LogNormal): number {
  const at = atSeconds + 1 + Math.floor(draws.logNormal(wait) * hour);
  return draws.chance(share.waitsForMonday) ? toMonday(at) : at;
}
