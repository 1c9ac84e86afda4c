import type { FieldTable } from '../context.ts';
import { accountFields } from './account.ts';
import { commitFields, gitActorFields, pullRequestCommitFields, refFields } from './commit.ts';
import { changedFileFields, issueCommentFields, issueFields, labelFields } from './conversation.ts';
import { organisationFields, teamFields } from './organisation.ts';
import { pullRequestFields } from './pull-request.ts';
import { queryFields } from './query.ts';
import { foreignRepositoryFields, repositoryFields } from './repository.ts';
import { reviewCommentFields, reviewFields, reviewRequestFields, threadFields } from './review.ts';
import { timelineEventFields } from './timeline-event.ts';

/** Fields served, by GraphQL type or by the table a node names. */
export const fieldTables: Readonly<Record<string, FieldTable<never>>> = {
  Query: queryFields,
  Account: accountFields,
  Organization: organisationFields,
  Team: teamFields,
  Repository: repositoryFields,
  ForeignRepository: foreignRepositoryFields,
  PullRequest: pullRequestFields,
  PullRequestReview: reviewFields,
  PullRequestReviewThread: threadFields,
  PullRequestReviewComment: reviewCommentFields,
  ReviewRequest: reviewRequestFields,
  PullRequestCommit: pullRequestCommitFields,
  PullRequestChangedFile: changedFileFields,
  TimelineEvent: timelineEventFields,
  IssueComment: issueCommentFields,
  Issue: issueFields,
  Label: labelFields,
  Commit: commitFields,
  Ref: refFields,
  GitActor: gitActorFields,
  Language: { name: ({ name }: { readonly name: string }) => name } satisfies FieldTable<{ name: string }>,
};
