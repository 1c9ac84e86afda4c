import { type Collaboration, judgeCollaboration } from './collaboration.ts';
import { type Exclusion, type ExclusionRule, findExclusion } from './exclusion.ts';
import { type ParticipantFact, toParticipants } from './participants.ts';
import { type Action, isWord, toActions, toIsAuthor } from './responses.ts';
import { type Stages, toStages } from './stages.ts';
import type { Story } from './story.ts';
import { countRounds, measureAnswers, measureReactions, type Turns } from './turns.ts';
import type { AccountClass, Who } from './who.ts';

/** What `pull_request_fact` holds of one pull request, instants as seconds since 1970. */
export interface PullRequestFact {
  readonly repositoryId: number;
  readonly number: number;
  readonly authorId: number | undefined;
  readonly authorClass: AccountClass | 'ghost';
  readonly openedAt: number;
  readonly readyAt: number;
  readonly mergedAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly firstCommitAt: number | undefined;
  readonly firstRequestedAt: number | undefined;
  readonly firstResponse: Pick<Action, 'at' | 'accountId'> | undefined;
  readonly firstApprovalAt: number | undefined;
  readonly lastApprovalAt: number | undefined;
  readonly lastCommitAt: number | undefined;
  readonly stages: Stages | undefined;
  readonly rounds: number;
  readonly commits: number;
  readonly followOnCommits: number;
  readonly words: number;
  readonly wordsBeforeEnd: number;
  readonly longestBeforeEnd: number | undefined;
  readonly reviewComments: number;
  readonly changesRequestedAt: number | undefined;
  readonly lastAuthorActionAt: number;
  readonly lastReviewerActionAt: number | undefined;
  readonly answers: Turns;
  readonly reactions: Turns;
  readonly openRequests: number;
  readonly collaboration: Collaboration | undefined;
  readonly lines: number | undefined;
  readonly changedFiles: number | undefined;
  readonly labels: readonly string[];
  readonly exclusion: Exclusion | undefined;
  readonly participants: readonly ParticipantFact[];
}

/** Decides all that is derived of one pull request: METRICS, sections 1 to 3. */
export function toFact(story: Story, who: Who, rules: readonly ExclusionRule[]): PullRequestFact {
  const actions = toActions(story, who);
  const others = actions.filter(({ by }) => by === 'other');
  const endAt = story.mergedAt ?? story.closedAt ?? Number.POSITIVE_INFINITY;
  const readyAt = findReadyAt(story, others);
  const committed = story.commits.map(({ committedAt }) => committedAt);
  const moves = story.mergedAt === undefined ? committed : [...committed, story.mergedAt];
  const authorSteps = listAuthorSteps(story, who, actions);
  const events = { ...findEvents(story, others), readyAt };
  const { authorId } = story;
  return {
    ...pickGiven(story),
    ...events,
    authorClass: authorId === undefined ? 'ghost' : who.classOf(authorId),
    stages: toStages({
      ...events,
      mergedAt: story.mergedAt,
      firstResponseAt: events.firstResponse?.at,
    }),
    ...countWords(others, endAt),
    ...measureReview(story, { others, readyAt, endAt, authorSteps }),
    lastAuthorActionAt: Math.max(...authorSteps),
    lastReviewerActionAt: others.at(-1)?.at,
    collaboration: judgeCollaboration(toEnding(story, who, others, endAt)),
    exclusion: findExclusion(story, who, rules),
    participants: toParticipants(actions, moves),
  };
}

const pickGiven = (story: Story) => ({
  repositoryId: story.repositoryId,
  number: story.number,
  authorId: story.authorId,
  openedAt: story.openedAt,
  mergedAt: story.mergedAt,
  closedAt: story.closedAt,
  commits: story.commits.length,
  openRequests: story.requests.length,
  lines: story.lines,
  changedFiles: story.changedFiles,
  labels: story.labels,
});

/** R: opened if it never was a draft, else the last *ready for review* before the first review; if there is none, opened. */
function findReadyAt({ events, openedAt }: Story, others: readonly Action[]): number {
  const reviewedAt = others.find(({ kind }) => kind === 'review')?.at ?? Number.POSITIVE_INFINITY;
  const ready = events.filter(({ kind, at }) => kind === 'ready-for-review' && at <= reviewedAt);
  return Math.max(openedAt, ...ready.map(({ at }) => at));
}

/** C, Q, X, A1, An and L. */
function findEvents(story: Story, others: readonly Action[]) {
  const approvals = others.filter(({ state }) => state === 'approved');
  const { commits, knownFirstCommitAt } = story;
  const authored = commits.map(({ authoredAt }) => authoredAt);
  return {
    firstCommitAt: findLeast([
      ...authored,
      ...(knownFirstCommitAt === undefined ? [] : [knownFirstCommitAt]),
    ]),
    firstRequestedAt: findLeast(
      story.events.filter(({ kind }) => kind === 'review-requested').map(({ at }) => at),
    ),
    firstResponse: others[0],
    firstApprovalAt: approvals[0]?.at,
    lastApprovalAt: approvals.at(-1)?.at,
    lastCommitAt: findMost(commits.map(({ committedAt }) => committedAt)),
  };
}

const findLeast = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.min(...values);

const findMost = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.max(...values);

function countWords(others: readonly Action[], endAt: number) {
  const words = others.filter(isWord);
  const before = words.filter(({ at }) => at <= endAt);
  return {
    words: words.length,
    wordsBeforeEnd: before.length,
    longestBeforeEnd: findMost(before.map(({ length }) => length)),
    reviewComments: words.filter(({ kind }) => kind === 'review-comment').length,
  };
}

interface ReviewGiven {
  readonly others: readonly Action[];
  readonly readyAt: number;
  readonly endAt: number;
  readonly authorSteps: readonly number[];
}

function measureReview({ commits }: Story, { others, readyAt, endAt, authorSteps }: ReviewGiven) {
  const committed = commits.map(({ committedAt }) => committedAt).filter((at) => at <= endAt);
  const beforeEnd = others.filter(({ at }) => at <= endAt);
  const steps = authorSteps.filter((at) => at <= endAt);
  const requested = beforeEnd.filter(({ state }) => state === 'changes-requested');
  return {
    followOnCommits: committed.filter((at) => at > readyAt).length,
    rounds: countRounds(
      requested.map(({ at }) => at),
      committed,
    ),
    changesRequestedAt: findStanding(others),
    answers: measureAnswers(steps, beforeEnd),
    reactions: measureReactions(
      steps.map((at) => Math.max(at, readyAt)),
      beforeEnd.filter(({ at }) => at >= readyAt),
    ),
  };
}

/** The latest request for changes that its reviewer has not followed by an approval. */
function findStanding(others: readonly Action[]): number | undefined {
  const verdicts = others.filter(({ state }) => state === 'changes-requested' || state === 'approved');
  const last = new Map(verdicts.map((action) => [action.accountId, action]));
  return findMost(
    [...last.values()].filter(({ state }) => state === 'changes-requested').map(({ at }) => at),
  );
}

const stepEvents: ReadonlySet<string> = new Set([
  'ready-for-review',
  'review-requested',
  'head-force-pushed',
  'reopened',
]);

/** When the author did something that is a reviewer's turn to answer: opened, pushed, replied, asked again. */
function listAuthorSteps(story: Story, who: Who, actions: readonly Action[]): readonly number[] {
  const isAuthor = toIsAuthor(story, who);
  return [
    story.openedAt,
    ...story.commits.map(({ committedAt }) => committedAt).filter((at) => at > story.openedAt),
    ...story.events
      .filter(({ kind, accountId, at }) => stepEvents.has(kind) && isAuthor(accountId, at))
      .map(({ at }) => at),
    ...actions.filter(({ by }) => by === 'author').map(({ at }) => at),
  ];
}

function toEnding(story: Story, who: Who, others: readonly Action[], endAt: number) {
  const before = others.filter(({ at }) => at <= endAt);
  const isAuthor = toIsAuthor(story, who);
  return {
    isEnded: Number.isFinite(endAt),
    approvers: before.filter(({ state }) => state === 'approved').map(({ accountId }) => accountId),
    requested: listRequested(story),
    isMergedByAuthor: story.mergedAt !== undefined && isAuthor(story.mergedById, story.mergedAt),
    hasWordsOfOthers: before.some(isWord),
  };
}

function listRequested({ events, requests }: Story): ReadonlySet<number> {
  const asked = events.flatMap(({ kind, subject }) => {
    const id = kind === 'review-requested' ? /^account:(\d+)$/.exec(subject)?.[1] : undefined;
    return id === undefined ? [] : [Number(id)];
  });
  return new Set([...asked, ...requests.filter((id) => id !== undefined)]);
}
