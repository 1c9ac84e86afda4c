import type {
  AccountRecord,
  HeadRepositoryRecord,
  LabelRecord,
  ReviewDecision,
  ReviewerRecord,
  ReviewRecord,
} from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import type { WorkKind } from './procedural-words.ts';
import { drawsFor, hasEnded, oidOf, type PullScene } from './pull-scene.ts';

const { share } = distributions;

/** Who and what stands around a pull request: assigned, asked, merged by, labelled, from where. */
export interface PullCast {
  readonly mergedBy: AccountRecord | undefined;
  readonly mergeCommitOid: string | undefined;
  readonly assignees: readonly AccountRecord[];
  readonly requested: readonly ReviewerRecord[];
  readonly labels: readonly LabelRecord[];
  readonly isFork: boolean;
  readonly headRepository: HeadRepositoryRecord | undefined;
}

export function castPull(scene: PullScene, kind: WorkKind): PullCast {
  const { author, outline, labels } = scene;
  const draws = drawsFor(scene, 'ending');
  const isMerged = hasEnded(scene) && outline.ending === 'merged';
  const merger = pickMerger(scene, draws);
  const isAssigned = draws.chance(share.assigned);
  const requested = pickRequested(scene, draws);
  const label = labels.get(kind);
  const isFork = outline.author.kind !== 'bot' && draws.chance(share.fromFork);
  return {
    mergedBy: isMerged ? merger : undefined,
    mergeCommitOid: isMerged ? toMergeOid(scene) : undefined,
    assignees: isAssigned && author?.kind === 'User' ? [author] : [],
    requested,
    labels: label === undefined ? [] : [label],
    isFork,
    headRepository: makeHeadRepository(scene, isFork, draws.chance(share.forkGone)),
  };
}

/** Born a draft and not made ready yet. */
export function isNotReadyYet({ outline, plan }: PullScene): boolean {
  return outline.isBornDraft && (outline.readyAtSeconds ?? Number.POSITIVE_INFINITY) > plan.nowSeconds;
}

export function isStillAsked(reviewer: ReviewerRecord, reviews: readonly ReviewRecord[]): boolean {
  if (reviewer.kind === 'team') return reviews.length === 0;
  return !reviews.some(({ author }) => author?.id === reviewer.account.id);
}

/** The last word of each reviewer that is an opinion. */
export function toDecision(reviews: readonly ReviewRecord[]): ReviewDecision {
  const opinions = new Map<number, string>();
  for (const { author, state } of reviews)
    if (author !== undefined && state !== 'COMMENTED') opinions.set(author.id, state);
  const last = [...opinions.values()];
  if (last.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return last.includes('APPROVED') ? 'APPROVED' : 'REVIEW_REQUIRED';
}

/** The commit on the default branch that a merged pull request became: the last one where it was rebased. */
function toMergeOid(scene: PullScene): string {
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
  if (isNotReadyYet(scene)) return [];
  return [
    ...asked.map((account) => ({ kind: 'account' as const, account })),
    ...(isTeam && team !== undefined ? [{ kind: 'team' as const, team }] : []),
  ];
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
