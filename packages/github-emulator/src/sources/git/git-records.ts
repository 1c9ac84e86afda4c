import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  AccountRecord,
  CommitRecord,
  GitSignatureRecord,
  PullRequestRecord,
} from '../../world/model.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
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
    ...(isCut ? unknownSize : toSize(entry)),
    parentOids: entry.parentOids,
  };
}

/**
 * A merged pull request as far as git tells. Not in git, so guessed or left out: it was opened with its first commit, and before every
 * later number; its author is that commit's; nobody is said to have reviewed it. Who merged is known of a merge commit only.
 */
export function toPullRequest(place: GitPlace, pull: MergedPull, openedAtSeconds: number): PullRequestRecord {
  const { keys, owner } = place;
  const { number, merge, head } = pull;
  const commits = pull.commits.map((entry) => toCommit(place, entry));
  const mergedAt = toInstant(toSeconds(merge.committer.at));
  const mergedBy = head === undefined ? undefined : place.accounts.find(merge.author);
  const isCrossRepository = head !== undefined && head.owner.toLowerCase() !== owner.login.toLowerCase();
  const isCut = place.cutOids.has(merge.oid);
  const author = commits[0]?.author.account;
  return {
    ...keys.pullRequest(number),
    number,
    title: pull.title,
    body: pull.body,
    state: 'MERGED',
    isDraft: false,
    isLocked: false,
    createdAt: toInstant(openedAtSeconds),
    updatedAt: mergedAt,
    closedAt: mergedAt,
    mergedAt,
    author,
    authorAssociation: 'CONTRIBUTOR',
    mergedBy,
    mergeCommitOid: merge.oid,
    baseRefName: place.branch,
    baseRefOid: merge.parentOids[0] ?? merge.oid,
    headRefName: head?.refName ?? `pull-${number}`,
    headRefOid: merge.parentOids[1] ?? merge.oid,
    headRepository: isCrossRepository
      ? undefined
      : { id: keys.repositoryId, nodeId: keys.repositoryNodeId, owner, name: place.name, isFork: false },
    isCrossRepository,
    ...(isCut ? unknownSize : toSize(merge)),
    labels: [],
    assignees: [],
    requestedReviewers: [],
    reviewDecision: undefined,
    reviews: [],
    threads: [],
    comments: [],
    commits,
    files: isCut ? 'unavailable' : merge.files,
    events: [
      {
        ...keys.event(number, 0),
        actor: mergedBy,
        createdAt: mergedAt,
        kind: 'MergedEvent',
        commitOid: merge.oid,
        mergeRefName: place.branch,
      },
      { ...keys.event(number, 1), actor: mergedBy, createdAt: mergedAt, kind: 'ClosedEvent' },
    ],
    closingIssueNumbers: [],
  };
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

function toSize({ files }: GitEntry) {
  return {
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
  };
}

function toSignature({ accounts }: GitPlace, person: GitPerson): GitSignatureRecord {
  return { name: person.name, email: person.email, at: person.at, account: accounts.find(person) };
}
