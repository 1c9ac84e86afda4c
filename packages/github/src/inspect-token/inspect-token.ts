import * as z from 'zod';
import { parseSnapshot } from '../answers/limit-headers.ts';
import type { GitHubClient, RestAnswer } from '../client/github-client.ts';
import { databaseId, optional } from '../fields/scalars.ts';
import type { QuotaResource } from '../quota/quota-gate.ts';
import type { AccountRecord } from '../records/account-record.ts';
import { toFailure } from '../to-failure.ts';
import { judgeIdentity } from './judge-identity.ts';
import { listOrganisations } from './list-organisations.ts';
import { listOwnRepositories, type OwnRepositories } from './list-own-repositories.ts';
import { lookAtListed, lookAtNamed } from './look-at-organisations.ts';
import { probePermissions } from './probe-permissions.ts';
import { toApart } from './to-apart.ts';
import type {
  OrganisationSeen,
  PermissionProbe,
  RateSeen,
  TokenIdentity,
  TokenReport,
} from './token-report.ts';

const user = z.object({
  id: databaseId,
  node_id: z.string(),
  login: z.string(),
  name: optional(z.string()),
  avatar_url: optional(z.string()),
  type: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
});

interface InspectOptions {
  /** Called with whose token it is once that is known; whatever it rejects with ends the inspection. */
  readonly onOwner?: (owner: Pick<TokenReport, 'account'>) => Promise<void>;
  /** Logins of organisations to look at even where GitHub does not list them: it leaves out in silence what keeps a token out. */
  readonly named?: readonly string[];
}

/**
 * Everything a token tells about itself: eight requests, and two for each organisation. Rejects with kind `not-signed-in` for a token that
 * GitHub does not accept, `not-github` where no GitHub answers.
 */
export async function inspectToken(
  client: GitHubClient,
  { onOwner, named = [] }: InspectOptions = {},
): Promise<TokenReport> {
  const { answer, account, identity, login } = await readOwner(client);
  await onOwner?.({ account });
  const own = await listOwn(client);
  const { organisations, hiddenIds } = await inspectOrganisations(client, { login, own, named });
  const scopes = parseScopes(answer.headers['x-oauth-scopes']);
  return {
    tokenKind: client.tokenKind,
    account,
    identity,
    scopes,
    expiresAt: parseExpiry(answer.headers['github-authentication-token-expiration']),
    probe: scopes === undefined ? await probeFirst(client, organisations) : undefined,
    organisations,
    organisationIdsHiddenBySso: hiddenIds,
    apart: toApart(own, { login, organisations }),
    rates: [toRate('core', answer), await readGraphqlRate(client)],
    serverVersion: await readServerVersion(client, answer),
  };
}

/** Whose token it is, with the answer that says so; an installation's is nobody's. */
async function readOwner(client: GitHubClient) {
  if (client.tokenKind === 'app-installation') {
    const identity: TokenIdentity = { kind: 'installation', evidence: ['its prefix is ghs_'] };
    return { answer: await client.getRest('/meta'), account: undefined, identity, login: '' };
  }
  const answer = await client.getRest('/user');
  const { account, identity } = parseOwner(answer);
  return { answer, account, identity, login: account.login };
}

const readServerVersion = async (
  client: GitHubClient,
  { headers }: RestAnswer,
): Promise<string | undefined> => headers['x-github-enterprise-version'] ?? (await findServerVersion(client));

/** A fine-grained token lists what was chosen for it; of the others, only what is not of their organisations is asked for. */
const listOwn = async (client: GitHubClient): Promise<OwnRepositories> =>
  client.tokenKind === 'app-installation'
    ? { repositories: [], isWhole: true }
    : listOwnRepositories(
        client,
        client.tokenKind === 'fine-grained' ? 'owner,collaborator,organization_member' : 'owner,collaborator',
      );

interface Known {
  readonly login: string;
  readonly own: OwnRepositories;
  readonly named: readonly string[];
}

async function inspectOrganisations(client: GitHubClient, { named, ...known }: Known) {
  const { organisations: listed, hiddenIds } = await listOrganisations(client);
  const looking = { client, ...known };
  const isListed = (login: string): boolean =>
    listed.some((one) => one.login.toLowerCase() === login.toLowerCase());
  const organisations = [
    ...(await lookAtListed(looking, listed)),
    ...(await lookAtNamed(
      looking,
      named.filter((login) => !isListed(login)),
    )),
  ];
  return { organisations, hiddenIds };
}

const meta = z.object({ installed_version: z.string() });

/** For an Enterprise Server behind a proxy that strips headers. */
async function findServerVersion(client: GitHubClient): Promise<string | undefined> {
  if (client.urls.kind !== 'enterprise-server') return undefined;
  return meta.safeParse((await client.getRest('/meta')).body).data?.installed_version;
}

interface Owner {
  readonly account: AccountRecord;
  readonly identity: TokenIdentity;
}

function parseOwner({ body, status }: RestAnswer): Owner {
  const parsed = user.safeParse(body);
  if (!parsed.success) throw toFailure({ kind: 'not-github' }, { status });
  const { id, node_id, login, name, avatar_url, type } = parsed.data;
  return {
    account: { kind: type, githubId: id, nodeId: node_id, login, name, avatarUrl: avatar_url },
    identity: judgeIdentity({ login, name, type }),
  };
}

/** Absent for tokens without scopes; empty for a classic token with none. */
const parseScopes = (header: string | undefined): readonly string[] | undefined =>
  header
    ?.split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

/** `2027-10-12 09:00:00 UTC`; also seen with a numeric offset. */
function parseExpiry(header: string | undefined): Date | undefined {
  const at = Date.parse(
    header
      ?.replace(/ UTC$/, 'Z')
      .replace(' ', 'T')
      .replace(/ ([+-]\d\d)(\d\d)$/, '$1:$2') ?? '',
  );
  return Number.isNaN(at) ? undefined : new Date(at);
}

const probeFirst = async (
  client: GitHubClient,
  organisations: readonly OrganisationSeen[],
): Promise<PermissionProbe | undefined> => {
  const open = organisations.find(({ sso, refusal }) => sso === 'fine' && refusal === undefined);
  return open === undefined ? undefined : probePermissions(client, open.login);
};

const viewerQuery = 'query viewer { viewer { login } rateLimit { cost } }';

async function readGraphqlRate(client: GitHubClient): Promise<RateSeen> {
  return toRate('graphql', await client.postGraphql({ query: viewerQuery, variables: {}, points: 1 }));
}

function toRate(resource: QuotaResource, answer: Pick<RestAnswer, 'headers' | 'observedAt'>): RateSeen {
  const snapshot = parseSnapshot(answer.headers, answer.observedAt);
  return snapshot === undefined ? { kind: 'unlimited', resource } : { kind: 'limited', resource, snapshot };
}
