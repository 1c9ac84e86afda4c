import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  CommitRecord,
  ConversationCommentRecord,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewThreadRecord,
} from '../../world/model.ts';
import type {
  AccountBody,
  RecordedComment,
  RecordedCommit,
  RecordedReview,
  RecordedReviewComment,
} from './recorded-bodies.ts';
import { compareBy, type RecordedPlace, toAuthor } from './recorded-place.ts';

export function toReviews(
  place: RecordedPlace,
  number: number,
  bodies: readonly RecordedReview[],
): ReviewRecord[] {
  return [...bodies].sort(compareBy(({ submitted_at }) => Date.parse(submitted_at))).map((body, ordinal) => ({
    nodeId: place.keys.review(number, ordinal).nodeId,
    id: body.id,
    ...toAuthor(place, body),
    state: body.state,
    body: body.body ?? '',
    submittedAt: body.submitted_at,
    createdAt: body.submitted_at,
    updatedAt: body.submitted_at,
    commitOid: body.commit_id ?? undefined,
  }));
}

export function toComments(
  place: RecordedPlace,
  number: number,
  bodies: readonly RecordedComment[],
): ConversationCommentRecord[] {
  return [...bodies].sort(compareBy(({ created_at }) => Date.parse(created_at))).map((body, ordinal) => ({
    nodeId: place.keys.comment(number, ordinal).nodeId,
    id: body.id,
    ...toAuthor(place, body),
    body: body.body ?? '',
    createdAt: body.created_at,
    updatedAt: body.updated_at,
  }));
}

/**
 * REST knows no threads: each is a first comment and the answers that name it. Whether one was resolved is not known and
 * said to be not; one without a current line is outdated.
 */
export function toThreads(
  place: RecordedPlace,
  number: number,
  bodies: readonly RecordedReviewComment[],
): ReviewThreadRecord[] {
  const sorted = [...bodies].sort(compareBy(({ id }) => id));
  const groups = Map.groupBy(sorted, ({ id, in_reply_to_id }) => in_reply_to_id ?? id);
  return [...groups.values()].flatMap((group, thread) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      nodeId: place.keys.thread(number, thread).nodeId,
      path: first.path,
      line: first.line ?? undefined,
      originalLine: first.original_line ?? undefined,
      side: first.side,
      isResolved: false,
      resolvedBy: undefined,
      isOutdated: first.line === null,
      comments: group.map((body, ordinal) => {
        const index = sorted.indexOf(body);
        return toReviewComment(
          place,
          body,
          place.keys.reviewComment(number, { thread, ordinal, index }).nodeId,
        );
      }),
    };
  });
}

function toReviewComment(
  place: RecordedPlace,
  body: RecordedReviewComment,
  nodeId: string,
): ReviewCommentRecord {
  return {
    id: body.id,
    nodeId,
    ...toAuthor(place, body),
    body: body.body ?? '',
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    path: body.path,
    line: body.line ?? undefined,
    originalLine: body.original_line ?? undefined,
    isOutdated: body.line === null,
    diffHunk: body.diff_hunk,
    commitOid: body.commit_id ?? undefined,
    originalCommitOid: body.original_commit_id ?? undefined,
    reviewId: body.pull_request_review_id ?? undefined,
    replyToId: body.in_reply_to_id,
  };
}

export function toCommit(place: RecordedPlace, body: RecordedCommit): CommitRecord {
  const toSignature = (
    person: { name: string; email: string; date: string },
    account: AccountBody | null,
  ) => ({
    name: person.name,
    email: person.email,
    at: toInstant(toSeconds(person.date)),
    account: place.accounts.ghostOr(account),
  });
  return {
    oid: body.sha,
    nodeId: place.keys.commitNodeId(body.sha),
    message: body.commit.message,
    author: toSignature(body.commit.author, body.author),
    committer: toSignature(body.commit.committer, body.committer),
    coAuthors: [],
    additions: undefined,
    deletions: undefined,
    changedFiles: undefined,
    parentOids: body.parents.map(({ sha }) => sha),
  };
}
