import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import * as bodies from './recorded-bodies.ts';

/** Every distinct body of a recorded folder; commits with the number of the pull request they were listed under. */
export interface RecordedBodies {
  readonly accounts: readonly bodies.RecordedAccount[];
  readonly pulls: readonly bodies.RecordedPull[];
  readonly issues: readonly bodies.RecordedIssue[];
  readonly reviews: readonly bodies.RecordedReview[];
  readonly reviewComments: readonly bodies.RecordedReviewComment[];
  readonly comments: readonly bodies.RecordedComment[];
  readonly commits: readonly { readonly number: number; readonly body: bodies.RecordedCommit }[];
  readonly events: readonly bodies.RecordedEvent[];
}

const row = z.object({ data: z.string(), url: z.string() });
const rows = z.array(row);

/** Reads the CSV files of `folder` (RFC 4180, a JSON body in each row's `data`). Of two rows of one identity the first counts. */
export async function readRecordedBodies(folder: string): Promise<RecordedBodies> {
  const [accounts, pulls, issues, reviews, reviewComments, comments, commits, events] = await Promise.all([
    readBodies(folder, 'accounts', bodies.recordedAccount),
    readBodies(folder, 'pull_requests', bodies.recordedPull),
    readBodies(folder, 'issues', bodies.recordedIssue),
    readBodies(folder, 'pull_request_reviews', bodies.recordedReview),
    readBodies(folder, 'pull_request_review_comments', bodies.recordedReviewComment),
    readBodies(folder, 'comments', bodies.recordedComment),
    readCommits(folder),
    readBodies(folder, 'events', bodies.recordedEvent),
  ]);
  return { accounts, pulls, issues, reviews, reviewComments, comments, commits, events };
}

async function readBodies<Body extends { id: number }>(
  folder: string,
  name: string,
  schema: z.ZodType<Body>,
): Promise<readonly Body[]> {
  const all = (await readRows(folder, name)).map(({ data }) => schema.parse(JSON.parse(data)));
  return firstOfEach(all, ({ id }) => id);
}

async function readCommits(folder: string): Promise<RecordedBodies['commits']> {
  const all = (await readRows(folder, 'pull_request_commits')).map(({ data, url }) => ({
    number: Number(/\/pulls\/(\d+)\/commits/.exec(url)?.[1]),
    body: bodies.recordedCommit.parse(JSON.parse(data)),
  }));
  return firstOfEach(all, ({ number, body }) => `${number} ${body.sha}`);
}

async function readRows(folder: string, name: string): Promise<z.infer<typeof rows>> {
  const text = await readFile(join(folder, `_raw_github_api_${name}.csv`), 'utf8');
  return rows.parse(parse(text, { columns: true, bom: true }));
}

function firstOfEach<Item>(items: readonly Item[], toIdentity: (item: Item) => unknown): readonly Item[] {
  const seen = new Map<unknown, Item>();
  for (const item of items) if (!seen.has(toIdentity(item))) seen.set(toIdentity(item), item);
  return [...seen.values()];
}
