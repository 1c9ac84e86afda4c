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
  const endsAtSeconds = createdAtSeconds + Math.floor(draws.logNormal(hours.issue) * 3_600);
  const isToEnd = draws.chance(0.85);
  const isClosed = isToEnd && endsAtSeconds <= plan.nowSeconds;
  const comments = isToEnd ? planComments(draws, { createdAtSeconds, endsAtSeconds }) : [];
  const past = comments.filter((at) => at <= plan.nowSeconds);
  const endAtSeconds = isClosed ? endsAtSeconds : undefined;
  return {
    createdAtSeconds,
    endAtSeconds,
    commentsAtSeconds: past,
    state: isClosed ? ('CLOSED' as const) : ('OPEN' as const),
    updatedAtSeconds: endAtSeconds ?? past.at(-1) ?? createdAtSeconds,
  };
}

/** An issue with its words and what was said about it so far. */
export function makeIssue(scene: RepositoryScene, number: number): IssueRecord {
  const { plan, keys, labels } = scene;
  const outline = outlineIssue(plan, number);
  const draws = new Draws(plan.seed, 11, number);
  const kind = draws.pick(['bug', 'feature', 'maintenance']);
  const label = labels.get(kind);
  const isDone = draws.chance(0.85);
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
    stateReason: outline.state === 'CLOSED' ? (isDone ? 'COMPLETED' : 'NOT_PLANNED') : undefined,
    author: speak(),
    authorAssociation: 'MEMBER',
    isLocked: false,
    createdAt: toInstant(outline.createdAtSeconds),
    updatedAt: toInstant(outline.updatedAtSeconds),
    closedAt: outline.endAtSeconds === undefined ? undefined : toInstant(outline.endAtSeconds),
    labels: label === undefined ? [] : [label],
    assignees: [],
    comments: outline.commentsAtSeconds.map((atSeconds, ordinal) => ({
      ...keys.comment(number, ordinal),
      author: speak(),
      authorAssociation: 'MEMBER' as const,
      body: draws.pick(remarks),
      createdAt: toInstant(atSeconds),
      updatedAt: toInstant(atSeconds),
    })),
  };
}

function planComments(
  draws: Draws,
  { createdAtSeconds, endsAtSeconds }: { readonly createdAtSeconds: number; readonly endsAtSeconds: number },
): readonly number[] {
  const count = Math.floor(draws.logNormal(counts.issueComments));
  const instants = Array.from({ length: count }, () => draws.next() * (endsAtSeconds - createdAtSeconds));
  return instants.map((part) => createdAtSeconds + Math.floor(part)).sort((left, right) => left - right);
}
