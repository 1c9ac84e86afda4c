import * as z from 'zod';
import { parseHiddenOrganisations } from '../answers/sso-header.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import { askPermitted, findAnswer } from './find-answer.ts';
import type { OrganisationSeen } from './token-report.ts';

const simpleOrganisation = z.object({ id: databaseId, login: z.string() });
const membership = z.object({ role: z.string(), organization: simpleOrganisation });

export interface OrganisationsSeen {
  readonly organisations: readonly OrganisationSeen[];
  readonly hiddenIds: readonly number[];
}

/** More hidden organisations than this are told by number only. */
const mostLookups = 10;
const fullPage = 100;
const mostPages = 10;

/**
 * The organisations of a token's owner, with the owner's role where it may be read, and those that GitHub left out of
 * its lists for want of single sign-on, with the address where to authorise the token.
 */
export async function listOrganisations(client: GitHubClient): Promise<OrganisationsSeen> {
  const memberships = await readList(client, '/user/memberships/orgs', { state: 'active' });
  const plain = await readList(client, '/user/orgs', {});
  const roles = parseEach(memberships.entries, membership).map(toMember);
  const others = parseEach(plain.entries, simpleOrganisation)
    .filter(({ id }) => !roles.some(({ githubId }) => githubId === id))
    .map((one) => toSeen(one, { role: 'unknown' }));
  const hidden = [...new Set([...memberships.hiddenIds, ...plain.hiddenIds])];
  const found = await findHidden(client, hidden.slice(0, mostLookups));
  return {
    organisations: [...roles, ...others, ...found],
    hiddenIds: hidden.filter((id) => !found.some(({ githubId }) => githubId === id)),
  };
}

type Organisation = z.output<typeof simpleOrganisation>;

/** What is known of an organisation before it was looked at. */

export const toSeen = ({ id, login }: Organisation, more: Partial<OrganisationSeen>): OrganisationSeen => ({
  githubId: id,
  login,
  role: 'unknown',
  sso: 'fine',
  ssoUrl: undefined,
  refusal: undefined,
  sees: undefined,
  ...more,
});

const toMember = ({ role, organization }: z.output<typeof membership>): OrganisationSeen =>
  toSeen(organization, { role: role === 'admin' ? 'owner' : 'member' });

interface List {
  readonly entries: readonly unknown[];
  readonly hiddenIds: readonly number[];
}

/** Empty when this token may not read the list. */
async function readList(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<List> {
  const entries: unknown[] = [];
  const hiddenIds: number[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await findAnswer(client, path, { ...parameters, per_page: fullPage, page });
    const found: readonly unknown[] = Array.isArray(answer?.body) ? answer.body : [];
    entries.push(...found);
    hiddenIds.push(...parseHiddenOrganisations(answer?.headers ?? {}));
    if (found.length < fullPage) break;
  }
  return { entries, hiddenIds };
}

const parseEach = <Schema extends z.ZodType>(
  entries: readonly unknown[],
  schema: Schema,
): readonly z.output<Schema>[] =>
  entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });

async function findHidden(
  client: GitHubClient,
  ids: readonly number[],
): Promise<readonly OrganisationSeen[]> {
  const found: OrganisationSeen[] = [];
  for (const id of ids) {
    const login = await findLogin(client, id);
    if (login === undefined) continue;
    const ssoUrl = await findSsoUrl(client, login);
    found.push(toSeen({ id, login }, { sso: 'required', ssoUrl }));
  }
  return found;
}

/** Who an id is stands in the public profile. */
async function findLogin(client: GitHubClient, id: number): Promise<string | undefined> {
  const answer = await findAnswer(client, '/user/{account_id}', { account_id: id });
  return simpleOrganisation.safeParse(answer?.body).data?.login;
}

/** GitHub gives the address where to authorise only with a refusal. */
async function findSsoUrl(client: GitHubClient, login: string): Promise<string | undefined> {
  const answer = await askPermitted(client, '/orgs/{org}', { org: login });
  return answer instanceof GitHubFailure ? answer.ssoUrl : undefined;
}
