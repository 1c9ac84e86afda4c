import { toInstant, toSeconds } from '../../world/instant.ts';
import type { ChangedFileRecord, HeadRepositoryRecord, PullRequestRecord } from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { craftCommits } from './craft-commits.ts';
import { craftComments, craftReviews, craftThreads } from './craft-conversation.ts';
import { craftEvents } from './craft-events.ts';
import type { CraftedEvent, CraftedFile, CraftedPull } from './craft-spec.ts';
import type { Crafting } from './crafting.ts';

const day = 86_400;

/** A whole pull request from what its specification says and the defaults for the rest. */
export function craftPullRequest(
  crafting: Crafting,
  place: { readonly number: number; readonly createdAtSeconds: number },
  spec: CraftedPull,
): PullRequestRecord {
  const plan = planPullRequest(crafting, place, spec);
  const { number, author } = plan;
  const commits = spec.commits === 'gone' ? [] : craftCommits(crafting, plan, spec.commits ?? 1);
  const headRefOid = commits.at(-1)?.oid ?? crafting.oid(number, 'gone');
  const at = { ...plan, reviewer: 'grace', headOid: commits.at(-1)?.oid };
  const reviews = craftReviews(crafting, at, spec.reviews ?? 1);
  const children = {
    reviews,
    threads: craftThreads(crafting, { ...at, reviews }, spec.threads ?? 0),
    comments: craftComments(crafting, at, spec.comments ?? 0),
    events: craftEvents(crafting, { ...plan, reviews }, [...(spec.events ?? []), ...toEndingEvents(plan)]),
  };
  const files = spec.files === 'unavailable' ? spec.files : craftFiles(spec.files ?? 1);
  return {
    ...crafting.keys.pullRequest(number),
    number,
    title: spec.title ?? `Change number ${number}`,
    body: spec.body,
    state: plan.state,
    isDraft: spec.isDraft ?? false,
    isLocked: false,
    createdAt: plan.createdAt,
    updatedAt: spec.updatedAt ?? findLatest(plan, children),
    closedAt: plan.closedAt,
    mergedAt: plan.mergedAt,
    author: crafting.account(author),
    authorAssociation: 'MEMBER',
    mergedBy: plan.mergedAt === undefined ? undefined : crafting.account(plan.mergedBy),
    mergeCommitOid: plan.mergeCommitOid,
    baseRefName: plan.baseRefName,
    baseRefOid: crafting.oid('base', number),
    headRefName: plan.headRefName,
    headRefOid,
    headRepository: craftHeadRepository(crafting, spec.headRepository ?? 'same', author),
    isCrossRepository: (spec.headRepository ?? 'same') !== 'same',
    ...toSize(spec, files),
    labels: (spec.labels ?? []).map(crafting.label),
    assignees: (spec.assignees ?? []).flatMap((login) => crafting.account(login) ?? []),
    requestedReviewers: (spec.requestedReviewers ?? []).flatMap((name) => crafting.reviewer(name) ?? []),
    reviewDecision: spec.reviewDecision,
    ...children,
    commits,
    files,
    closingIssueNumbers: spec.closingIssueNumbers ?? [],
  };
}

type Plan = ReturnType<typeof planPullRequest>;

/** Who and when: what all the parts need. */
function planPullRequest(
  crafting: Crafting,
  place: { readonly number: number; readonly createdAtSeconds: number },
  spec: CraftedPull,
) {
  const author = spec.author ?? 'ada';
  const state = spec.state ?? 'MERGED';
  const createdAt = spec.createdAt ?? toInstant(place.createdAtSeconds);
  const createdAtSeconds = toSeconds(createdAt);
  const endAt = toInstant(createdAtSeconds + day);
  const mergedAt = state === 'MERGED' ? (spec.mergedAt ?? spec.closedAt ?? endAt) : undefined;
  return {
    number: place.number,
    author,
    state,
    createdAt,
    createdAtSeconds,
    mergedAt,
    closedAt: state === 'OPEN' ? undefined : (spec.closedAt ?? mergedAt ?? endAt),
    mergedBy: spec.mergedBy ?? author,
    mergeCommitOid: mergedAt === undefined ? undefined : crafting.oid(place.number, 'merge'),
    baseRefName: spec.baseRefName ?? 'main',
    headRefName: spec.headRefName ?? `change-${place.number}`,
  };
}

function toEndingEvents({ mergedAt, closedAt, mergedBy, author }: Plan): readonly CraftedEvent[] {
  if (closedAt === undefined) return [];
  if (mergedAt === undefined) return [{ kind: 'ClosedEvent', createdAt: closedAt, actor: author }];
  return [
    { kind: 'MergedEvent', createdAt: mergedAt, actor: mergedBy },
    { kind: 'ClosedEvent', createdAt: closedAt, actor: mergedBy },
  ];
}

function craftFiles(spec: number | readonly CraftedFile[]): readonly ChangedFileRecord[] {
  const files: readonly CraftedFile[] =
    typeof spec === 'number'
      ? Array.from({ length: spec }, (_, index) => ({ path: `src/file-${index + 1}.ts` }))
      : spec;
  return files.map((file) => ({
    path: file.path,
    previousPath: file.previousPath,
    additions: file.additions ?? 10,
    deletions: file.deletions ?? 2,
    changeType: file.changeType ?? (file.previousPath === undefined ? 'MODIFIED' : 'RENAMED'),
  }));
}

function toSize(spec: CraftedPull, files: readonly ChangedFileRecord[] | 'unavailable') {
  if (spec.size === 'unknown' || (spec.size === undefined && files === 'unavailable'))
    return { additions: undefined, deletions: undefined, changedFiles: undefined };
  if (spec.size !== undefined) return spec.size;
  const listed = files === 'unavailable' ? [] : files;
  return {
    additions: listed.reduce((sum, file) => sum + file.additions, 0),
    deletions: listed.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: listed.length,
  };
}

function craftHeadRepository(
  crafting: Crafting,
  kind: 'same' | 'fork' | 'gone',
  author: string,
): HeadRepositoryRecord | undefined {
  const [, name = ''] = crafting.fullName.split('/');
  const owner = kind === 'fork' ? crafting.account(author) : crafting.owner;
  if (kind === 'gone' || owner === undefined) return undefined;
  const id = kind === 'fork' ? owner.id : crafting.keys.repositoryId;
  return {
    id,
    nodeId: toNodeId({ kind: 'repository', repositoryId: id }),
    owner,
    name,
    isFork: kind === 'fork',
  };
}

function findLatest(
  plan: Plan,
  children: Pick<PullRequestRecord, 'reviews' | 'threads' | 'comments' | 'events'>,
): string {
  const instants = [
    plan.createdAt,
    plan.closedAt ?? plan.createdAt,
    ...children.reviews.map(({ updatedAt }) => updatedAt),
    ...children.threads.flatMap(({ comments }) => comments.map(({ updatedAt }) => updatedAt)),
    ...children.comments.map(({ updatedAt }) => updatedAt),
    ...children.events.map(({ createdAt }) => createdAt),
  ];
  return toInstant(Math.max(...instants.map(toSeconds)));
}
