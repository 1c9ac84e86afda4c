import { toInstant, toSeconds } from '../../world/instant.ts';
import type { AuthorAssociation, Instant, PullRequestRecord } from '../../world/model.ts';
import { sumFiles } from '../../world/sum-files.ts';
import { makeComments } from './procedural-comments.ts';
import { makeCommits } from './procedural-commits.ts';
import { makeEvents } from './procedural-events.ts';
import { makeFiles } from './procedural-files.ts';
import { makeReviews } from './procedural-reviews.ts';
import { writePull } from './procedural-words.ts';
import { castPull, isNotReadyYet, isStillAsked, type PullCast, toDecision } from './pull-cast.ts';
import { isWithin, type PullChanges, planChanges } from './pull-changes.ts';
import { createPullScene, isPast, oidOf, type PullScene, type RepositoryScene } from './pull-scene.ts';
import { findSettledState } from './pull-standing.ts';

/** The whole pull request of a number; a pure function of the repository's scene and the number. */
export function makePullRequest(repository: RepositoryScene, number: number): PullRequestRecord {
  const scene = createPullScene(repository, number);
  const changes = planChanges(scene);
  const words = writePull(scene);
  const files = makeFiles(scene);
  const { title } = words;
  const pushed = makeCommits(scene, { title, forcePushedAtSeconds: changes.forcePushedAtSeconds }, files);
  const { dismissals, ...talk } = makeReviews(scene, { ...pushed, files });
  const cast = castPull(scene, words.kind);
  const children = {
    ...talk,
    comments: makeComments(scene),
    commits: pushed.commits.map(({ commit }) => commit),
    events: makeEvents(scene, { ...words, cast, dismissals, headAt: pushed.headAt, changes }),
  };
  return {
    ...scene.keys.pullRequest(number),
    number,
    ...toStanding(scene, { cast, changes, title, children }),
    body: words.body,
    isLocked: false,
    author: scene.author,
    authorAssociation: toAssociation(scene, cast.isFork),
    baseRefOid: oidOf(scene, 'base'),
    headRefName: words.headRefName,
    headRefOid: children.commits.at(-1)?.oid ?? oidOf(scene, 'base'),
    headRepository: cast.headRepository,
    isCrossRepository: cast.isFork,
    ...sumFiles(files),
    labels: cast.labels,
    assignees: cast.assignees,
    requestedReviewers: cast.requested.filter((one) => isStillAsked(one, talk.reviews)),
    reviewDecision: toDecision(talk.reviews),
    ...children,
    files,
    closingIssueNumbers: words.closingIssueNumbers,
  };
}

type Children = Pick<PullRequestRecord, 'reviews' | 'threads' | 'comments' | 'commits' | 'events'>;

interface StandingContent {
  readonly cast: PullCast;
  readonly changes: PullChanges;
  readonly title: string;
  readonly children: Children;
}

/** Where it stands now, and since when. */
function toStanding(scene: PullScene, { cast, changes, title, children }: StandingContent) {
  const { outline, plan } = scene;
  const settled = findSettledState(plan, outline);
  const state = settled?.state ?? (isWithin(changes.closed, plan.nowSeconds) ? 'CLOSED' : 'OPEN');
  const closedAt = state === 'OPEN' ? undefined : findClosing(scene, changes);
  return {
    ...toHeadline(scene, changes, title),
    state,
    isDraft: isNotReadyYet(scene) || isWithin(changes.drafted, plan.nowSeconds),
    createdAt: toInstant(outline.createdAtSeconds),
    updatedAt: toInstant(settled?.updatedAtSeconds ?? findLatest(outline.createdAtSeconds, children)),
    closedAt,
    mergedAt: state === 'MERGED' ? closedAt : undefined,
    mergedBy: cast.mergedBy,
    mergeCommitOid: cast.mergeCommitOid,
  };
}

function toHeadline(scene: PullScene, changes: PullChanges, title: string) {
  const isYetTo = (at: number | undefined) => at !== undefined && !isPast(scene, at);
  return {
    title: isYetTo(changes.retitledAtSeconds) ? `WIP ${title}` : title,
    baseRefName: isYetTo(changes.retargetedAtSeconds) ? 'develop' : 'main',
  };
}

/** The last time it was closed. */
function findClosing({ outline, plan, aftermath }: PullScene, { closed }: PullChanges): Instant | undefined {
  const closings = [closed?.fromSeconds, outline.endAtSeconds, aftermath.reopened?.closedAtSeconds];
  const last = closings.findLast((at) => at !== undefined && at <= plan.nowSeconds);
  return last === undefined ? undefined : toInstant(last);
}

/** When the last of what hangs on it was made or changed; a push counts, words edited later do not. */
function findLatest(createdAtSeconds: number, children: Children): number {
  const instants = [
    ...children.reviews.map(({ updatedAt }) => updatedAt),
    ...children.threads.flatMap(({ comments }) => comments.map(({ createdAt }) => createdAt)),
    ...children.comments.map(({ createdAt }) => createdAt),
    ...children.commits.map(({ committer }) => committer.at),
    ...children.events.map(({ createdAt }) => createdAt),
  ];
  return instants.reduce((latest, at) => Math.max(latest, toSeconds(at)), createdAtSeconds);
}

function toAssociation({ outline }: PullScene, isFork: boolean): AuthorAssociation {
  if (outline.author.kind === 'bot') return 'NONE';
  return isFork ? 'CONTRIBUTOR' : 'MEMBER';
}
