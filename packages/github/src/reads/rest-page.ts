import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';

/** A page of a list over REST. */
export interface RestPage<Item> {
  readonly items: readonly Item[];
  /** Entries that could not be read. */
  readonly unreadable: number;
  /** The next page; undefined after the last one. */
  readonly nextPage: number | undefined;
  /** GitHub's clock. */
  readonly observedAt: Date;
}

export interface RestPageWanted {
  /** By id, for its name may be another repository's by now. */
  readonly repositoryGithubId: number;
  /** From 1. */
  readonly page: number;
}

/**
 * A hundred entries of a repository's list, last updated first: one request. Rejects with kind `gone` when the repository
 * is not there.
 */
export async function readRestPage<Schema extends z.ZodType>(
  client: GitHubClient,
  path: string,
  { repositoryGithubId, page, ...parameters }: RestPageWanted & Readonly<Record<string, string | number>>,
  entry: Schema,
): Promise<RestPage<z.output<Schema>>> {
  const { body, headers, observedAt } = await client.getRest(`/repositories/{id}${path}`, {
    id: repositoryGithubId,
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
    page,
    ...parameters,
  });
  const entries = z.array(z.unknown()).safeParse(body).data;
  if (entries === undefined)
    throw new GitHubFailure('unreadable', failureSentences.unreadable, { status: 200 });
  const parsed = entries.map((one) => entry.safeParse(one));
  const items = parsed.flatMap((one) => (one.success ? [one.data] : []));
  const hasNext = /<[^>]+>;\s*rel="next"/.test(headers['link'] ?? '');
  return {
    items,
    unreadable: parsed.length - items.length,
    nextPage: hasNext ? page + 1 : undefined,
    observedAt,
  };
}
