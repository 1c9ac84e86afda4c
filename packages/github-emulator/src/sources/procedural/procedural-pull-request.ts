import { toInstant } from '../../world/instant.ts';
import type {
  AccountRecord,
  HeadRepositoryRecord,
  PullRequestRecord,
  ReviewDecision,
  ReviewerRecord,
  ReviewRecord,
} from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import { makeComments } from './procedural-comments.ts';
import { makeCommits } from './procedural-commits.ts';
import { makeEvents } from './procedural-events.ts';
import { makeFiles } from './procedural-files.ts';
import { makeReviews } from './procedural-reviews.ts';
import { writePull } from './procedural-words.ts';
import { stateAt } from './pull-outline.ts';
import {
  createPullScene,
  drawsFor,
  hasEnded,
  oidOf,
  type PullScene,
  type RepositoryScene,
} from './pull-scene.ts';

const { share } = distributions;

/** The whole pull request of a number; a pure function of the repository's scene and the number. */
export function makePullRequest(repository: RepositoryScene, number: number): PullRequestRecord {
  const scene = createPullScene(repository, number);
  const { outline, plan, keys, author } = scene;
  const draws = drawsFor(scene, 'ending');
  const words = writePull(scene);
  const files = makeFiles(scene);
  const commits = makeCommits(scene, words.title, files);
  const { dismissals, ...talk } = makeReviews(scene, { commits, files });
  const isMerged = hasEnded(scene) && outline.ending === 'merged';
  const mergedBy = pickMerger(scene, draws);
  const assignees = draws.chance(share.assigned) && author?.kind === 'User' ? [author] : [];
  const requested = pickRequested(scene, draws);
  const label = scene.labels.get(words.kind);
  const labels = label === undefined ? [] : [label];
  const mergeCommitOid = isMerged ? toMergeOid(scene) : undefined;
  const { state, updatedAtSeconds } = stateAt(outline, plan.nowSeconds);
  const isFork = outline.author.kind !== 'bot' && draws.chance(share.fromFork);
  return {
    ...keys.pullRequest(number),
    number,
    title: words.title,
    body: words.body,
    state,
    isDraft: isStillDraft(scene),
    isLocked: false,
    createdAt: toInstant(outline.createdAtSeconds),
    updatedAt: toInstant(updatedAtSeconds),
    closedAt: hasEnded(scene) ? toInstant(outline.endAtSeconds ?? 0) : undefined,
    mergedAt: isMerged ? toInstant(outline.endAtSeconds ?? 0) : undefined,
    author,
    authorAssociation: outline.author.kind === 'bot' ? 'NONE' : isFork ? 'CONTRIBUTOR' : 'MEMBER',
    mergedBy: isMerged ? mergedBy : undefined,
    mergeCommitOid,
    baseRefName: 'main',
    baseRefOid: oidOf(scene, 'base'),
    headRefName: words.headRefName,
    headRefOid: commits.at(-1)?.commit.oid ?? oidOf(scene, 'base'),
    headRepository: makeHeadRepository(scene, isFork, draws.chance(share.forkGone)),
    isCrossRepository: isFork,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    labels,
    assignees,
    requestedReviewers: requested.filter((one) => isStillAsked(one, talk.reviews)),
    reviewDecision: toDecision(talk.reviews),
    ...talk,
    comments: makeComments(scene),
    commits: commits.map(({ commit }) => commit),
    files,
    events: makeEvents(scene, {
      ...{ title: words.title, headRefName: words.headRefName },
      ...{ labels, assignees, dismissals, commits, mergedBy, mergeCommitOid },
      requests: requested.map((requestedReviewer) => ({ kind: 'ReviewRequestedEvent', requestedReviewer })),
    }),
    closingIssueNumbers: words.closingIssueNumbers,
  };
}

/** The commit on the default branch that a merged pull request became: the last one where it was rebased. */
export function toMergeOid(scene: PullScene): string {
  return scene.plan.mergeMethod === 'rebase'
    ? oidOf(scene, 'rebased', scene.outline.commitCount - 1)
    : oidOf(scene, 'merge');
}

function pickMerger({ author, reviewers, bots }: PullScene, draws: Draws): AccountRecord | undefined {
  const [reviewer] = reviewers;
  const byWho = draws.weighted([0.6, 0.34, 0.06]);
  if (byWho === 2) return bots.at(-1);
  return byWho === 0 && author?.kind !== 'Bot' ? author : reviewer;
}

function pickRequested(scene: PullScene, draws: Draws): readonly ReviewerRecord[] {
  const { reviewers, team } = scene;
  const asked = [...new Set(reviewers.slice(0, 1 + draws.weighted([0.6, 0.3, 0.1])))];
  const isTeam = draws.chance(share.teamRequested);
  if (isStillDraft(scene)) return [];
  return [
    ...asked.map((account) => ({ kind: 'account' as const, account })),
    ...(isTeam && team !== undefined ? [{ kind: 'team' as const, team }] : []),
  ];
}

function isStillDraft({ outline, plan }: PullScene): boolean {
  return outline.isBornDraft && (outline.readyAtSeconds ?? Number.POSITIVE_INFINITY) > plan.nowSeconds;
}

function isStillAsked(reviewer: ReviewerRecord, reviews: readonly ReviewRecord[]): boolean {
  if (reviewer.kind === 'team') return reviews.length === 0;
  return !reviews.some(({ author }) => author?.id === reviewer.account.id);
}

/** The last word of each reviewer that is an opinion. */
function toDecision(reviews: readonly ReviewRecord[]): ReviewDecision {
  const opinions = new Map<number, string>();
  for (const { author, state } of reviews)
    if (author !== undefined && state !== 'COMMENTED') opinions.set(author.id, state);
  const last = [...opinions.values()];
  if (last.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return last.includes('APPROVED') ? 'APPROVED' : 'REVIEW_REQUIRED';
}

function makeHeadRepository(
  scene: PullScene,
  isFork: boolean,
  isGone: boolean,
): HeadRepositoryRecord | undefined {
  const { author, keys, owner, plan } = scene;
  if (!isFork)
    return { id: keys.repositoryId, nodeId: keys.repositoryNodeId, owner, name: plan.name, isFork: false };
  if (isGone || author === undefined) return undefined;
  const id = author.id + plan.index;
  return {
    id,
    nodeId: toNodeId({ kind: 'repository', repositoryId: id }),
    owner: author,
    name: plan.name,
    isFork: true,
  };
}
