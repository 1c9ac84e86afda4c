import * as z from 'zod';
import { failureSentences } from '../failure-sentences.data.ts';
import { databaseId } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { Permissions } from './to-app-permissions.ts';

/** A GitHub App as GitHub tells of it. */
export interface AppRecord {
  readonly githubAppId: number;
  readonly slug: string;
  readonly name: string;
  /** An old Enterprise Server does not tell it. */
  readonly clientId: string | undefined;
  readonly ownerLogin: string | undefined;
  readonly isOwnedByOrganisation: boolean;
  /** Its page, under which it is installed. */
  readonly pageUrl: string;
  /** What it asks for; an installation may have been granted less. */
  readonly permissions: Permissions;
}

export const appShape = z.object({
  id: databaseId,
  slug: z.string().min(1),
  name: z.string(),
  client_id: z.string().min(1).nullish(),
  owner: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  html_url: z.string(),
  permissions: z.record(z.string(), z.string()).default({}),
});

export const toAppRecord = (raw: z.output<typeof appShape>): AppRecord => ({
  githubAppId: raw.id,
  slug: raw.slug,
  name: raw.name,
  clientId: raw.client_id ?? undefined,
  ownerLogin: raw.owner?.login,
  isOwnedByOrganisation: raw.owner?.type === 'Organization',
  pageUrl: raw.html_url,
  permissions: raw.permissions,
});

/** Throws `GitHubFailure` of kind `unreadable` for another shape than GitHub documents. */
export function parseAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new GitHubFailure('unreadable', failureSentences.unreadable, { cause: parsed.error });
}
