import type {
  AccountRecord,
  CommitRecord,
  GitSignatureRecord,
  IssueRecord,
  PullRequestRecord,
} from '../../world/model.ts';

type Gone = ReadonlySet<number>;

/** The pull request with GitHub's ghost in place of every account that is gone; nothing else changes, `updatedAt` neither. */
export function forgetAccounts(pull: PullRequestRecord, gone: Gone): PullRequestRecord {
  if (gone.size === 0) return pull;
  const isKept = ({ id }: AccountRecord): boolean => !gone.has(id);
  const keep = (account: AccountRecord | undefined) => toKept(account, gone);
  const byAuthor = <Thing extends { readonly author: AccountRecord | undefined }>(thing: Thing): Thing => ({
    ...thing,
    author: keep(thing.author),
  });
  return {
    ...byAuthor(pull),
    mergedBy: keep(pull.mergedBy),
    headRepository:
      pull.headRepository !== undefined && isKept(pull.headRepository.owner)
        ? pull.headRepository
        : undefined,
    assignees: pull.assignees.filter(isKept),
    requestedReviewers: pull.requestedReviewers.filter((one) => one.kind === 'team' || isKept(one.account)),
    reviews: pull.reviews.map(byAuthor),
    threads: pull.threads.map((thread) => ({
      ...thread,
      resolvedBy: keep(thread.resolvedBy),
      comments: thread.comments.map(byAuthor),
    })),
    comments: pull.comments.map(byAuthor),
    commits: pull.commits.map((commit) => forgetSigners(commit, gone)),
    events: pull.events.map((event) => forgetInEvent({ ...event, actor: keep(event.actor) }, gone)),
  };
}

export function forgetIssueAccounts(issue: IssueRecord, gone: Gone): IssueRecord {
  if (gone.size === 0) return issue;
  return {
    ...issue,
    author: toKept(issue.author, gone),
    comments: issue.comments.map((comment) => ({ ...comment, author: toKept(comment.author, gone) })),
  };
}

function toKept(account: AccountRecord | undefined, gone: Gone): AccountRecord | undefined {
  return account !== undefined && gone.has(account.id) ? undefined : account;
}

type PullEvent = PullRequestRecord['events'][number];

function forgetInEvent(event: PullEvent, gone: Gone): PullEvent {
  if (event.kind === 'AssignedEvent' || event.kind === 'UnassignedEvent')
    return { ...event, assignee: toKept(event.assignee, gone) };
  if (event.kind !== 'ReviewRequestedEvent' && event.kind !== 'ReviewRequestRemovedEvent') return event;
  const { requestedReviewer: asked } = event;
  return asked?.kind === 'account' && gone.has(asked.account.id)
    ? { ...event, requestedReviewer: undefined }
    : event;
}

/** Names and e-mails stay in git; only the link to the account goes. */
function forgetSigners(commit: CommitRecord, gone: Gone): CommitRecord {
  const forget = (signature: GitSignatureRecord) => ({
    ...signature,
    account: toKept(signature.account, gone),
  });
  return {
    ...commit,
    author: forget(commit.author),
    committer: forget(commit.committer),
    coAuthors: commit.coAuthors.map(forget),
  };
}
