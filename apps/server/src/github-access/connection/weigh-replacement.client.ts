import type { ReplacementWeighed } from '@throughline/contract';
import {
  type GitHubClient,
  probePermissions,
  readMembership,
  readOrganisation,
  readOrganisationRepositories,
} from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import { findActing } from '../acting/acting.sql.ts';
import { findRights } from '../credentials/credential-rights.sql.ts';
import type { Credential } from '../credentials/credentials.sql.ts';
import { getCredential } from '../credentials/get-credential.sql.ts';
import type { Rights } from '../credentials/permissions-held.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { toAppError } from '../github-error.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import type { ServedConnection } from './served-connections.sql.ts';
import { toLost } from './to-lost.ts';

type WeighDependencies = Pick<AccessDependencies, 'database' | 'clients' | 'loadListedTotal'>;

/**
 * Tries a credential in the place of the one that these connections read with: at GitHub, against the same organisations
 * and the same data. Nothing changes.
 */
export async function weighReplacements(
  deps: WeighDependencies,
  credentialId: number,
  served: readonly ServedConnection[],
): Promise<readonly ReplacementWeighed[]> {
  const { host, credential } = await getCredential(deps.database, credentialId);
  const rights = await findRights(deps.database, credentialId);
  const replacement = { host, credential, rights };
  return Promise.all(served.map((one) => weighOne(deps, replacement, one)));
}

interface Replacement {
  readonly host: Host;
  readonly credential: Credential;
  readonly rights: Rights;
}

async function weighOne(
  deps: WeighDependencies,
  { host, credential, rights }: Replacement,
  served: ServedConnection,
): Promise<ReplacementWeighed> {
  const { connectionId, name, organisation } = served;
  const place = { connectionId, name, organisation };
  if (host.hostId !== served.hostId) {
    return { ...place, obstacle: toRefusal(toOtherHost(host, served)), lost: [] };
  }
  try {
    const client = await deps.clients.forCredential(host, credential);
    const obstacle = await findObstacle(client, served);
    if (obstacle !== undefined) return { ...place, obstacle: toRefusal(obstacle), lost: [] };
    return { ...place, lost: [...(await findLost(deps, client, { rights, served }))] };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!(error instanceof AppError)) throw thrown;
    const { code, message: text, link } = error;
    return { ...place, obstacle: { code, text, ...(link === undefined ? {} : { link }) }, lost: [] };
  }
}

const toRefusal = (text: string) => ({ code: 'organisation-not-visible', text });

const toOtherHost = (host: Host, { organisation, hostName }: ServedConnection): string =>
  `It belongs to another host, ${host.name}; ${organisation} is on ${hostName}. Test a credential of ${hostName} instead.`;

/** Why it cannot read this organisation at all. The organisation is known by its id: its name may have another owner now. */
async function findObstacle(
  client: GitHubClient,
  { organisation, githubId }: ServedConnection,
): Promise<string | undefined> {
  const found = await readOrganisation(client, organisation);
  if (found === undefined) return `GitHub shows it no organisation called ${organisation}.`;
  if (found.githubId !== githubId) {
    return `What is called ${organisation} now is another organisation than the one that is connected. Press Sync now, so that its new name is known here, then try again.`;
  }
  return (await readMembership(client, organisation)) === 'none'
    ? `Its owner is not a member of ${organisation}.`
    : undefined;
}

async function findLost(
  { database, loadListedTotal }: WeighDependencies,
  client: GitHubClient,
  { rights, served }: { readonly rights: Rights; readonly served: ServedConnection },
): Promise<readonly string[]> {
  const { total } = await readOrganisationRepositories(client, served.organisation, { atMost: 1 });
  const isTried = rights.scopes === undefined && rights.kind !== 'app-installation';
  const probe = isTried ? await probePermissions(client, served.organisation) : rights.probe;
  const acting = await findActing(database, served.connectionId);
  return toLost({
    rights: { ...rights, probe },
    data: served.data,
    seen: total,
    seenBefore: await loadListedTotal(database, served.connectionId),
    actsBy: acting?.way === 'upgrade' ? acting.app.name : undefined,
  });
}
