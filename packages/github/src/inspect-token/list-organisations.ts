import * as z from 'zod';
import type { GitHubClient, RestAnswer } from '../client/github-client.ts';
import { databaseId } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { OrganisationSeen } from './token-report.ts';

const simpleOrganisation = z.object({ id: databaseId, login: z.string() });
const membership = z.object({ role: z.string(), organization: simpleOrganisation });

export interface OrganisationsSeen {
  readonly organisations: readonly OrganisationSeen[];
  readonly hiddenIds: readonly number[];
}

/** More hidden organisations than this are told by number only. */
const mostLookups = 10;

/**
 * The organisations of a token's owner, with the owner's role where it may be read, and those that GitHub left out of
 * its lists for want of single sign-on, with the address where to authorise the token.
 */
export async function listOrganisations(client: GitHubClient): Promise<OrganisationsSeen> {
  const [memberships, plain] = [
    await readList(client, '/user/memberships/orgs', { state: 'active' }),
    await readList(client, '/user/orgs', {}),
  ];
  const roles = parseEach(memberships?.body, membership).map(
    ({ role, organization }): OrganisationSeen => ({
      githubId: organization.id,
      login: organization.login,
      role: role === 'admin' ? 'owner' : 'member',
      sso: 'fine',
      ssoUrl: undefined,
    }),
  );
  const others = parseEach(plain?.body, simpleOrganisation)
    .filter(({ id }) => !roles.some(({ githubId }) => githubId === id))
    .map(
      (one): OrganisationSeen => ({
        githubId: one.id,
        login: one.login,
        role: 'unknown',
        sso: 'fine',
        ssoUrl: undefined,
      }),
    );
  const hidden = [...new Set([memberships, plain].flatMap((answer) => parseHiddenIds(answer)))];
  const found = await findHidden(client, hidden.slice(0, mostLookups));
  return {
    organisations: [...roles, ...others, ...found],
    hiddenIds: hidden.filter((id) => !found.some(({ githubId }) => githubId === id)),
  };
}

/** Undefined when this token may not read the list. */
async function readList(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<RestAnswer | undefined> {
  try {
    return await client.getRest(path, { ...parameters, per_page: 100 });
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const isRefusal = (error: unknown): error is GitHubFailure =>
  error instanceof GitHubFailure &&
  ['scope-missing', 'gone', 'sso-required', 'organisation-approval'].includes(error.kind);

function parseEach<Schema extends z.ZodType>(body: unknown, schema: Schema): readonly z.output<Schema>[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** `partial-results; organizations=21955855,20582480` */
function parseHiddenIds(answer: RestAnswer | undefined): readonly number[] {
  const ids = answer?.headers['x-github-sso']?.match(/^partial-results;\s*organizations=([\d,]+)/)?.[1];
  return ids === undefined ? [] : ids.split(',').map(Number).filter(Number.isSafeInteger);
}

async function findHidden(
  client: GitHubClient,
  ids: readonly number[],
): Promise<readonly OrganisationSeen[]> {
  const found: OrganisationSeen[] = [];
  for (const id of ids) {
    const login = await findLogin(client, id);
    if (login === undefined) continue;
    const ssoUrl = await findSsoUrl(client, login);
    found.push({ githubId: id, login, role: 'unknown', sso: 'required', ssoUrl });
  }
  return found;
}

/** Who an id is stands in the public profile. */
async function findLogin(client: GitHubClient, id: number): Promise<string | undefined> {
  const answer = await readList(client, '/user/{account_id}', { account_id: String(id) });
  return simpleOrganisation.safeParse(answer?.body).data?.login;
}

/** GitHub gives the address where to authorise only with a refusal. */
async function findSsoUrl(client: GitHubClient, login: string): Promise<string | undefined> {
  try {
    await client.getRest('/orgs/{org}', { org: login });
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.ssoUrl;
    throw error;
  }
}
