import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  AccountRecord,
  CommitRecord,
  GitSignatureRecord,
  PullRequestRecord,
  TimelineEventRecord,
} from '../../world/model.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
import { sumFiles } from '../../world/sum-files.ts';
import type { MergedPull } from './find-merged-pulls.ts';
import type { GitAccounts } from './git-accounts.ts';
import type { GitEntry, GitPerson } from './git-entry.ts';
import { parseCoAuthors } from './parse-co-authors.ts';

/** What turning git's commits into GitHub's records takes. */
export interface GitPlace {
  readonly keys: RepositoryKeys;
  readonly accounts: GitAccounts;
  readonly owner: AccountRecord;
  readonly name: string;
  readonly branch: string;
  /** Commits whose parents a shallow clone lacks: what they changed is not known. */
  readonly cutOids: ReadonlySet<string>;
}

export function toCommit(place: GitPlace, entry: GitEntry): CommitRecord {
  const isCut = place.cutOids.has(entry.oid);
  const authorEmail = entry.author.email.toLowerCase();
  const coAuthors = parseCoAuthors(entry.message, entry.author.at);
  return {
    oid: entry.oid,
    nodeId: place.keys.commitNodeId(entry.oid),
    message: entry.message,
    author: toSignature(place, entry.author),
    committer: toSignature(place, entry.committer),
    coAuthors: coAuthors
      .filter(({ email }) => email.toLowerCase() !== authorEmail)
      .map((one) => toSignature(place, one)),
    ...(isCut ? unknownSize : sumFiles(entry.files)),
    parentOids: entry.parentOids,
  };
}

/**
 * A merged pull request as far as git tells. Not in git, so guessed or left out: it was opened with its first commit, and
 * before every later number; its author is that commit's; nobody is said to have reviewed it. Who merged is known of a merge
 * commit only.
 */
export function toPullRequest(place: GitPlace, pull: MergedPull, openedAtSeconds: number): PullRequestRecord {
  const { number, merge } = pull;
  const commits = pull.commits.map((entry) => toCommit(place, entry));
  const mergedAt = toInstant(toSeconds(merge.committer.at));
  const isCut = place.cutOids.has(merge.oid);
  return {
    ...nothingElse,
    ...place.keys.pullRequest(number),
    number,
    title: pull.title,
    body: pull.body,
    createdAt: toInstant(openedAtSeconds),
    updatedAt: mergedAt,
    closedAt: mergedAt,
    mergedAt,
    author: commits[0]?.author.account,
    mergedBy: findMerger(place, pull),
    mergeCommitOid: merge.oid,
    baseRefName: place.branch,
    baseRefOid: merge.parentOids[0] ?? merge.oid,
    headRefOid: merge.parentOids[1] ?? merge.oid,
    ...toHead(place, pull),
    ...(isCut ? unknownSize : sumFiles(merge.files)),
    commits,
    files: isCut ? 'unavailable' : merge.files,
    events: toEvents(place, pull, mergedAt),
  };
}

/** What no history tells. */
const nothingElse = {
  state: 'MERGED',
  isDraft: false,
  isLocked: false,
  authorAssociation: 'CONTRIBUTOR',
  labels: [],
  assignees: [],
  requestedReviewers: [],
  reviewDecision: undefined,
  reviews: [],
  threads: [],
  comments: [],
  closingIssueNumbers: [],
} as const;

/** A branch of somebody else's was a fork's, of which nothing more is known: it is gone. */
function toHead({ keys, owner, name }: GitPlace, { number, head }: MergedPull) {
  const isCrossRepository = head !== undefined && head.owner.toLowerCase() !== owner.login.toLowerCase();
  const here = { id: keys.repositoryId, nodeId: keys.repositoryNodeId, owner, name, isFork: false };
  return {
    headRefName: head?.refName ?? `pull-${number}`,
    headRepository: isCrossRepository ? undefined : here,
    isCrossRepository,
  };
}

function findMerger(place: GitPlace, { head, merge }: MergedPull) {
  return head === undefined ? undefined : place.accounts.find(merge.author);
}

function toEvents(place: GitPlace, pull: MergedPull, mergedAt: string): readonly TimelineEventRecord[] {
  const base = { actor: findMerger(place, pull), createdAt: mergedAt };
  const { keys, branch } = place;
  const merging = { kind: 'MergedEvent', commitOid: pull.merge.oid, mergeRefName: branch } as const;
  return [
    { ...keys.event(pull.number, 0), ...base, ...merging },
    { ...keys.event(pull.number, 1), ...base, kind: 'ClosedEvent' },
  ];
}

/** When each was opened, in the order given (by number): with its first commit, but never after its merge or a later number. */
export function toOpenings(pulls: readonly MergedPull[]): readonly number[] {
  let next = Number.POSITIVE_INFINITY;
  return pulls
    .toReversed()
    .map(({ commits, merge }) => {
      const first = commits[0]?.committer ?? merge.committer;
      next = Math.max(0, Math.min(next, toSeconds(first.at), toSeconds(merge.committer.at)));
      return next;
    })
    .toReversed();
}

const unknownSize = { additions: undefined, deletions: undefined, changedFiles: undefined };

function toSignature({ accounts }: GitPlace, person: GitPerson): GitSignatureRecord {
  return { name: person.name, email: person.email, at: person.at, account: accounts.find(person) };
}
