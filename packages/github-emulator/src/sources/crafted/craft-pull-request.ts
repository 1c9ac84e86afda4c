import { toInstant, toSeconds } from '../../world/instant.ts';
import type { ChangedFileRecord, HeadRepositoryRecord, PullRequestRecord } from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { sumFiles } from '../../world/sum-files.ts';
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
  written: CraftedPull,
): PullRequestRecord {
  const spec = { ...defaults, ...written };
  const plan = planPullRequest(crafting, place, spec);
  const { number, author, state, createdAt, closedAt, mergedAt, mergeCommitOid, headRefName } = plan;
  const commits = spec.commits === 'gone' ? [] : craftCommits(crafting, plan, spec.commits);
  const files = spec.files === 'unavailable' ? spec.files : craftFiles(spec.files);
  const children = craftChildren(crafting, { plan, spec, headOid: commits.at(-1)?.oid });
  return {
    ...crafting.keys.pullRequest(number),
    number,
    title: spec.title ?? `Change number ${number}`,
    body: spec.body,
    state,
    isDraft: spec.isDraft,
    isLocked: false,
    createdAt,
    updatedAt: spec.updatedAt ?? findLatest(plan, children),
    closedAt,
    mergedAt,
    author: crafting.account(author),
    authorAssociation: 'MEMBER',
    mergedBy: mergedAt === undefined ? undefined : crafting.account(plan.mergedBy),
    mergeCommitOid,
    baseRefName: spec.baseRefName,
    baseRefOid: crafting.oid('base', number),
    headRefName,
    headRefOid: commits.at(-1)?.oid ?? crafting.oid(number, 'gone'),
    headRepository: craftHeadRepository(crafting, spec.headRepository, author),
    isCrossRepository: spec.headRepository !== 'same',
    ...toSize(spec.size, files),
    labels: spec.labels.map(crafting.label),
    assignees: spec.assignees.flatMap((login) => crafting.account(login) ?? []),
    requestedReviewers: spec.requestedReviewers.flatMap((name) => crafting.reviewer(name) ?? []),
    reviewDecision: spec.reviewDecision,
    ...children,
    commits,
    files,
    closingIssueNumbers: spec.closingIssueNumbers,
  };
}

const defaults = {
  state: 'MERGED',
  isDraft: false,
  author: 'ada',
  baseRefName: 'main',
  headRepository: 'same',
  commits: 1,
  files: 1,
  labels: [],
  assignees: [],
  requestedReviewers: [],
  reviews: 1,
  threads: 0,
  comments: 0,
  events: [],
  closingIssueNumbers: [],
} as const satisfies CraftedPull;

type Spec = Required<Pick<CraftedPull, keyof typeof defaults>> & CraftedPull;
type Plan = ReturnType<typeof planPullRequest>;

/** Who and when: what all the parts need. */
function planPullRequest(
  crafting: Crafting,
  place: { readonly number: number; readonly createdAtSeconds: number },
  spec: Spec,
) {
  const createdAt = spec.createdAt ?? toInstant(place.createdAtSeconds);
  const createdAtSeconds = toSeconds(createdAt);
  const endAt = spec.mergedAt ?? spec.closedAt ?? toInstant(createdAtSeconds + day);
  const mergedAt = spec.state === 'MERGED' ? endAt : undefined;
  return {
    number: place.number,
    author: spec.author,
    state: spec.state,
    createdAt,
    createdAtSeconds,
    mergedAt,
    closedAt: spec.state === 'OPEN' ? undefined : (spec.closedAt ?? endAt),
    mergedBy: spec.mergedBy ?? spec.author,
    mergeCommitOid: mergedAt === undefined ? undefined : crafting.oid(place.number, 'merge'),
    baseRefName: spec.baseRefName,
    headRefName: spec.headRefName ?? `change-${place.number}`,
  };
}

function craftChildren(
  crafting: Crafting,
  { plan, spec, headOid }: { readonly plan: Plan; readonly spec: Spec; readonly headOid: string | undefined },
) {
  const at = { ...plan, reviewer: 'grace', headOid };
  const reviews = craftReviews(crafting, at, spec.reviews);
  return {
    reviews,
    threads: craftThreads(crafting, { ...at, reviews }, spec.threads),
    comments: craftComments(crafting, at, spec.comments),
    events: craftEvents(crafting, { ...plan, reviews }, [...spec.events, ...toEndingEvents(plan)]),
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

function toSize(told: CraftedPull['size'], files: readonly ChangedFileRecord[] | 'unavailable') {
  if (told !== undefined && told !== 'unknown') return told;
  if (told === 'unknown' || files === 'unavailable')
    return { additions: undefined, deletions: undefined, changedFiles: undefined };
  return sumFiles(files);
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
