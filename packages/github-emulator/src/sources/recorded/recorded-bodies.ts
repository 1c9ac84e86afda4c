import * as z from 'zod';

/** The fields of GitHub's REST bodies that the world needs; everything else in them is left aside. */
const account = z.object({
  login: z.string(),
  id: z.number(),
  type: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
});
const label = z.object({
  id: z.number(),
  name: z.string(),
  color: z.string(),
  description: z.string().nullish(),
});
const repository = z.object({
  id: z.number(),
  name: z.string(),
  full_name: z.string(),
  owner: account,
  description: z.string().nullable(),
  fork: z.boolean(),
  archived: z.boolean(),
  visibility: z.enum(['public', 'private', 'internal']),
  language: z.string().nullable(),
  topics: z.array(z.string()),
  default_branch: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  pushed_at: z.string().nullable(),
});
const written = z.object({
  id: z.number(),
  user: account.nullable(),
  author_association: z.enum([
    'MEMBER',
    'OWNER',
    'MANNEQUIN',
    'COLLABORATOR',
    'CONTRIBUTOR',
    'FIRST_TIME_CONTRIBUTOR',
    'FIRST_TIMER',
    'NONE',
  ]),
  body: z.string().nullable(),
});
const ticket = written.extend({
  number: z.number(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  locked: z.boolean(),
  labels: z.array(label),
  assignees: z.array(account),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
});
const commitPerson = z.object({ name: z.string(), email: z.string(), date: z.string() });

export const recordedAccount = account.extend({
  name: z.string().nullable(),
  email: z.string().nullable(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  bio: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const recordedPull = ticket.extend({
  draft: z.boolean(),
  merged_at: z.string().nullable(),
  merge_commit_sha: z.string().nullable(),
  requested_reviewers: z.array(account),
  head: z.object({ ref: z.string(), sha: z.string(), repo: repository.nullable() }),
  base: z.object({ ref: z.string(), sha: z.string(), repo: repository }),
});

export const recordedIssue = ticket.extend({
  pull_request: z.unknown().optional(),
  state_reason: z.enum(['completed', 'not_planned', 'reopened']).nullish(),
});

export const recordedReview = written.extend({
  state: z.enum(['PENDING', 'COMMENTED', 'APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']),
  pull_request_url: z.string(),
  submitted_at: z.string(),
  commit_id: z.string().nullable(),
});

export const recordedReviewComment = written.extend({
  pull_request_url: z.string(),
  pull_request_review_id: z.number().nullable(),
  in_reply_to_id: z.number().optional(),
  path: z.string(),
  line: z.number().nullable(),
  original_line: z.number().nullable(),
  side: z.enum(['LEFT', 'RIGHT']),
  diff_hunk: z.string(),
  commit_id: z.string().nullable(),
  original_commit_id: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const recordedComment = written.extend({
  issue_url: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const recordedCommit = z.object({
  sha: z.string(),
  commit: z.object({ author: commitPerson, committer: commitPerson, message: z.string() }),
  author: account.nullable(),
  committer: account.nullable(),
  parents: z.array(z.object({ sha: z.string() })),
});

export const recordedEvent = z.object({
  id: z.number(),
  actor: account.nullable(),
  event: z.string(),
  commit_id: z.string().nullable(),
  created_at: z.string(),
  issue: z.object({ number: z.number() }),
  assignee: account.optional(),
  label: z.object({ name: z.string(), color: z.string() }).optional(),
  rename: z.object({ from: z.string(), to: z.string() }).optional(),
});

export type AccountBody = z.infer<typeof account>;
export type LabelBody = z.infer<typeof label>;
export type RepositoryBody = z.infer<typeof repository>;
export type TicketBody = z.infer<typeof ticket>;
export type WrittenBody = z.infer<typeof written>;
export type RecordedAccount = z.infer<typeof recordedAccount>;
export type RecordedPull = z.infer<typeof recordedPull>;
export type RecordedIssue = z.infer<typeof recordedIssue>;
export type RecordedReview = z.infer<typeof recordedReview>;
export type RecordedReviewComment = z.infer<typeof recordedReviewComment>;
export type RecordedComment = z.infer<typeof recordedComment>;
export type RecordedCommit = z.infer<typeof recordedCommit>;
export type RecordedEvent = z.infer<typeof recordedEvent>;
