import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { restAccount } from '../fields/rest-account.ts';
import { instant, optional } from '../fields/scalars.ts';
import type { AccountRecord } from '../records/account-record.ts';
import type { LabelRecord } from '../records/label-record.ts';
import type { PullRequestRecord, ReviewRequestRecord } from '../records/pull-request-record.ts';
import { type RestPage, type RestPageWanted, readRestPage } from './rest-page.ts';

/** What the list of a repository's pull requests holds whole for each, and GraphQL charges a connection for. */
export interface PullRequestSets {
  readonly githubId: number;
  readonly number: number;
  /** The version they hold for. */
  readonly updatedAt: Date;
  readonly labels: readonly LabelRecord[];
  readonly assignees: readonly AccountRecord[];
  readonly reviewRequests: readonly ReviewRequestRecord[];
}

const restLabel = z
  .object({ node_id: z.string(), name: z.string(), color: z.string() })
  .transform((raw): LabelRecord => ({ nodeId: raw.node_id, name: raw.name, color: raw.color }));

const askedAccount = restAccount.transform(
  (account): ReviewRequestRecord => ({ nodeId: undefined, reviewer: { kind: 'account', account } }),
);

const askedTeam = z.object({ id: z.number().int(), node_id: z.string() }).transform(
  (raw): ReviewRequestRecord => ({
    nodeId: undefined,
    reviewer: { kind: 'team', githubId: raw.id, nodeId: raw.node_id },
  }),
);

const sets = z
  .object({
    id: z.number().int().positive(),
    number: z.number().int().positive(),
    updated_at: instant,
    labels: z.array(restLabel),
    assignees: optional(z.array(restAccount)),
    requested_reviewers: optional(z.array(askedAccount)),
    requested_teams: optional(z.array(askedTeam)),
  })
  .transform(
    (raw): PullRequestSets => ({
      githubId: raw.id,
      number: raw.number,
      updatedAt: raw.updated_at,
      labels: raw.labels,
      assignees: raw.assignees ?? [],
      reviewRequests: [...(raw.requested_reviewers ?? []), ...(raw.requested_teams ?? [])],
    }),
  );

/** A page of labels, assignees and review requests of a repository's pull requests, in whatever state. */
export const listPullRequestSets = (
  client: GitHubClient,
  wanted: RestPageWanted,
): Promise<RestPage<PullRequestSets>> => readRestPage(client, '/pulls', { ...wanted, state: 'all' }, sets);

/** A pull request with the sets that were listed for the same version of it; as it is when they were not. */
export function joinSets(record: PullRequestRecord, found: PullRequestSets | undefined): PullRequestRecord {
  if (found === undefined || found.updatedAt.getTime() !== record.updatedAt.getTime()) return record;
  const { labels, assignees, reviewRequests } = found;
  return {
    ...record,
    labels: toWhole(labels),
    assignees: toWhole(assignees),
    reviewRequests: toWhole(reviewRequests),
  };
}

const toWhole = <Item>(items: readonly Item[]) => ({ items, total: items.length, isComplete: true });
