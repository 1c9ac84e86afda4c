import * as z from 'zod';
import type { GitPersonRecord, PullRequestCommitRecord } from '../records/pull-request-record.ts';
import { account } from './actor.ts';
import { instant, optional } from './scalars.ts';

/**
 * No sizes: GitHub computes a diff for each commit asked, which is what times out first. Under a name of its own, for
 * the commit of a review, beside it in a timeline, may be null.
 */
export const commitFields = `
  fragment commitFields on PullRequestCommit {
    added: commit {
      oid message authoredDate committedDate
      author { name email user { ...actorFields } }
      committer { name email user { ...actorFields } }
    }
  }
`;

const gitPerson = optional(
  z.object({ name: optional(z.string()), email: optional(z.string()), user: optional(account) }),
).transform((raw): GitPersonRecord => ({ name: raw?.name, email: raw?.email, account: raw?.user }));

export const pullRequestCommit = z
  .object({
    added: z.object({
      oid: z.string(),
      message: z.string(),
      authoredDate: instant,
      committedDate: instant,
      author: gitPerson,
      committer: gitPerson,
    }),
  })
  .transform(
    ({ added: commit }): PullRequestCommitRecord => ({
      oid: commit.oid,
      message: commit.message,
      authoredAt: commit.authoredDate,
      committedAt: commit.committedDate,
      author: commit.author,
      committer: commit.committer,
    }),
  );
