import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { AppClient } from './app-client.ts';
import { parseAs } from './app-record.ts';
import type { Permissions } from './to-app-permissions.ts';

/** An App on somebody's account, as GitHub tells of it. */
export interface Installation {
  readonly installationId: number;
  readonly account: { readonly githubId: number; readonly login: string; readonly isOrganisation: boolean };
  /** What its owner granted, which may be less than the App asks for by now. */
  readonly permissions: Permissions;
  readonly reach: 'all' | 'chosen';
  /** Where its owner changes it. */
  readonly pageUrl: string;
  readonly suspendedAt: Date | undefined;
}

const shape = z.object({
  id: databaseId,
  account: z.object({ id: databaseId, login: z.string() }),
  target_type: z.string(),
  repository_selection: z.enum(['all', 'selected']),
  html_url: z.string(),
  permissions: z.record(z.string(), z.string()).default({}),
  suspended_at: z.iso.datetime({ offset: true }).nullish(),
});

const toInstallation = (raw: z.output<typeof shape>): Installation => ({
  installationId: raw.id,
  account: {
    githubId: raw.account.id,
    login: raw.account.login,
    isOrganisation: raw.target_type === 'Organization',
  },
  permissions: raw.permissions,
  reach: raw.repository_selection === 'all' ? 'all' : 'chosen',
  pageUrl: raw.html_url,
  suspendedAt: raw.suspended_at == null ? undefined : new Date(raw.suspended_at),
});

const fullPage = 100;
/** An App on more accounts than a thousand is not one of a workspace. */
const mostPages = 10;

/** Where the App is installed (`GET /app/installations`). */
export async function listInstallations(
  client: AppClient,
  signal?: AbortSignal,
): Promise<readonly Installation[]> {
  const found: Installation[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const path = `/app/installations?per_page=${fullPage}&page=${page}`;
    const { body } = await client.ask({ method: 'GET', path }, signal);
    const rows = parseAs(z.array(z.unknown()), body);
    found.push(...parseEach(rows));
    if (rows.length < fullPage) break;
  }
  return found;
}

/** An enterprise has no login and is no organisation: such an installation is left out. */
const parseEach = (rows: readonly unknown[]): readonly Installation[] =>
  rows.flatMap((row) => {
    const parsed = shape.safeParse(row);
    return parsed.success ? [toInstallation(parsed.data)] : [];
  });

/** One installation; undefined where it was taken away. */
export async function findInstallation(
  client: AppClient,
  installationId: number,
  signal?: AbortSignal,
): Promise<Installation | undefined> {
  try {
    const path = `/app/installations/${installationId}`;
    const { body } = await client.ask({ method: 'GET', path }, signal);
    return toInstallation(parseAs(shape, body));
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}

const ofUser = z.object({ installations: z.array(z.object({ id: databaseId })) });

/** Ids of an App's installations that a person reaches, asked with their token for it (`GET /user/installations`). */
export async function listOwnInstallationIds(client: GitHubClient): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { body } = await client.getRest('/user/installations', { per_page: fullPage, page });
    const { installations } = parseAs(ofUser, body);
    ids.push(...installations.map(({ id }) => id));
    if (installations.length < fullPage) break;
  }
  return ids;
}
