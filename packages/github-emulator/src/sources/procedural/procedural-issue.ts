import { toInstant } from '../../world/instant.ts';
import type { IssueRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import { instantOfNumber, pickPerson } from './pull-outline.ts';
import type { RepositoryScene } from './pull-scene.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { areas, remarks } from './words.data.ts';

const { counts, hours } = distributions;

export function outlineIssue(plan: RepositoryPlan, number: number) {
  const draws = new Draws(plan.seed, 10, number);
  const createdAtSeconds = instantOfNumber(plan, number, draws.next());
  const plannedEnd = createdAtSeconds + Math.floor(draws.logNormal(hours.issue) * 3_600);
  const isClosed = draws.chance(0.85) && plannedEnd <= plan.nowSeconds;
  const endAtSeconds = isClosed ? plannedEnd : undefined;
  return {
    createdAtSeconds,
    endAtSeconds,
    state: isClosed ? ('CLOSED' as const) : ('OPEN' as const),
    updatedAtSeconds: endAtSeconds ?? createdAtSeconds,
  };
}

/** An issue with its words and, once closed, what was said about it. */
export function makeIssue(scene: RepositoryScene, number: number): IssueRecord {
  const { plan, keys, labels } = scene;
  const outline = outlineIssue(plan, number);
  const draws = new Draws(plan.seed, 11, number);
  const kind = draws.pick(['bug', 'feature', 'maintenance']);
  const label = labels.get(kind);
  const speak = () => plan.people[pickPerson(plan, draws, outline.createdAtSeconds)]?.account;
  return {
    ...keys.issue(number),
    number,
    title:
      kind === 'bug'
        ? `The ${draws.pick(areas)} is wrong after a change`
        : `Better ${draws.pick(areas)} handling`,
    body: draws.pick(remarks),
    state: outline.state,
    stateReason: outline.state === 'CLOSED' ? (draws.chance(0.85) ? 'COMPLETED' : 'NOT_PLANNED') : undefined,
    author: speak(),
    authorAssociation: 'MEMBER',
    isLocked: false,
    createdAt: toInstant(outline.createdAtSeconds),
    updatedAt: toInstant(outline.updatedAtSeconds),
    closedAt: outline.endAtSeconds === undefined ? undefined : toInstant(outline.endAtSeconds),
    labels: label === undefined ? [] : [label],
    assignees: [],
    comments: planComments(draws, outline).map((atSeconds, ordinal) => ({
      ...keys.comment(number, ordinal),
      author: speak(),
      authorAssociation: 'MEMBER' as const,
      body: draws.pick(remarks),
      createdAt: toInstant(atSeconds),
      updatedAt: toInstant(atSeconds),
    })),
  };
}

function planComments(draws: Draws, outline: ReturnType<typeof outlineIssue>): readonly number[] {
  const { createdAtSeconds, endAtSeconds } = outline;
  if (endAtSeconds === undefined) return [];
  const count = Math.floor(draws.logNormal(counts.issueComments));
  const instants = Array.from({ length: count }, () => draws.next() * (endAtSeconds - createdAtSeconds));
  return instants.map((part) => createdAtSeconds + Math.floor(part)).sort((left, right) => left - right);
}
