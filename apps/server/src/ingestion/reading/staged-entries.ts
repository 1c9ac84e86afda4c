import {
  type AccountRecord,
  ghost,
  type PlacedReviewComment,
  type PullRequestSets,
} from '@throughline/github';
import * as z from 'zod';

/** What was staged as JSON is read back: instants were text, and what is undefined was left out. */
const instant = z.iso.datetime().transform((text) => new Date(text));
const absent = <Schema extends z.ZodType>(schema: Schema) =>
  z.optional(schema).transform((value): z.output<Schema> | undefined => value);

const account = z
  .object({
    kind: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
    githubId: z.number(),
    nodeId: z.string(),
    login: z.string(),
    name: z.optional(z.string()),
    avatarUrl: z.optional(z.string()),
  })
  .transform(({ name, avatarUrl, ...rest }): AccountRecord => ({ ...rest, name, avatarUrl }));

const actor = z.union([account, z.object({ kind: z.literal('ghost') }).transform(() => ghost)]);

const comment = z
  .object({
    githubId: z.number(),
    nodeId: z.string(),
    pullRequestNumber: z.number(),
    author: actor,
    bodyLength: z.number(),
    createdAt: instant,
    updatedAt: instant,
    reviewGithubId: z.optional(z.number()),
    replyToGithubId: z.optional(z.number()),
    path: z.string(),
    line: z.optional(z.number()),
    originalLine: z.optional(z.number()),
  })
  .transform(
    ({ reviewGithubId, replyToGithubId, line, originalLine, ...rest }): PlacedReviewComment => ({
      ...rest,
      reviewGithubId,
      replyToGithubId,
      line,
      originalLine,
    }),
  );

const reviewer = z.union([
  z.object({ kind: z.literal('account'), account }),
  z.object({ kind: z.literal('team'), githubId: z.number(), nodeId: z.string() }),
]);

const sets = z.object({
  githubId: z.number(),
  number: z.number(),
  updatedAt: instant,
  labels: z.array(z.object({ nodeId: z.string(), name: z.string(), color: z.string() })),
  assignees: z.array(account),
  reviewRequests: z.array(z.object({ nodeId: absent(z.string()), reviewer })),
});

export const toStagedComment = (entry: unknown): PlacedReviewComment => comment.parse(entry);

export const toStagedSets = (entry: unknown): PullRequestSets => {
  const { reviewRequests, ...rest } = sets.parse(entry);
  return {
    ...rest,
    reviewRequests: reviewRequests.map(({ nodeId, reviewer: asked }) => ({ nodeId, reviewer: asked })),
  };
};
