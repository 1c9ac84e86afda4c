import type { createConnection, RouteInput } from '@throughline/contract';
import {
  type GitHubClient,
  type OrganisationRecord,
  readMembership,
  readOrganisation,
} from '@throughline/github';
import type { Viewer } from '../../access/index.ts';
import { recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { findViolatedConstraint } from '../../platform/sql/index.ts';
import { isInstallation } from '../apps/installation-credentials.sql.ts';
import { lookAtInstallation } from '../apps/look-at-installation.client.ts';
import { toNameTaken } from '../connection/to-name-taken.ts';
import type { Credential } from '../credentials/credentials.sql.ts';
import { getCredential } from '../credentials/get-credential.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import { insertConnection, upsertOrganisation } from './store-connection.sql.ts';

type Wanted = RouteInput<typeof createConnection>['body'];

/**
 * Connects an organisation: asks GitHub for it once more, so that its id and login are GitHub's own, then stores the
 * connection and begins to read it, all or nothing. Returns the connection's id.
 */
export async function connectOrganisation(
  deps: AccessDependencies,
  wanted: Wanted,
  viewer: Pick<Viewer, 'userId'> | undefined,
): Promise<number> {
  if (wanted.repositoryChoice === 'some' && wanted.repositories.length === 0) throw noneChosen();
  const { host, credential } = await getCredential(deps.database, wanted.credentialId);
  const found = isInstallation(credential)
    ? await findInstalledOrganisation(deps, wanted)
    : await findByMember(deps, { host, credential }, wanted.organisation);
  try {
    return await deps.database.transaction(async (tx) => {
      const organisationId = await upsertOrganisation(tx, {
        ...found,
        hostId: host.hostId,
        observedAt: deps.clock.now(),
      });
      const connectionId = await insertConnection(tx, {
        ...wanted,
        organisationId,
        createdBy: viewer?.userId,
      });
      await recordAudit(tx, {
        actorUserId: viewer?.userId,
        action: 'connection.created',
        subject: `connection:${connectionId}`,
        detail: { organisation: found.login, host: host.name },
      });
      await deps.onConnected(tx, connectionId, wanted.repositories);
      return connectionId;
    });
  } catch (error) {
    throw toConnectError(error, wanted);
  }
}

/** Where an App is installed, whatever the organisation is called by now: nobody's membership is asked for. */
async function findInstalledOrganisation(
  deps: AccessDependencies,
  { credentialId, organisation }: Wanted,
): Promise<OrganisationRecord> {
  const { held, now } = await lookAtInstallation(deps, credentialId);
  const names = [held.organisation.login, now.account.login].map((login) => login.toLowerCase());
  if (!names.includes(organisation.toLowerCase())) throw notVisible(organisation);
  return { githubId: held.organisation.githubId, login: now.account.login, name: undefined };
}

async function findByMember(
  { clients }: AccessDependencies,
  { host, credential }: { readonly host: Host; readonly credential: Credential },
  login: string,
): Promise<OrganisationRecord> {
  const client = await clients.forCredential(host, credential);
  return asking(() => findOwnOrganisation(client, login));
}

/** An organisation of which the token's owner is a member, as far as the token may know: only those are read. */
async function findOwnOrganisation(client: GitHubClient, login: string): Promise<OrganisationRecord> {
  const found = await readOrganisation(client, login);
  if (found === undefined) throw notVisible(login);
  if ((await readMembership(client, login)) === 'none') throw notMember(login);
  return found;
}

const notMember = (login: string): AppError =>
  new AppError(
    'organisation-not-visible',
    `The owner of this token is not a member of ${login}. Throughline reads organisations of whose members somebody asks. Use the token of a member, or have its owner invited.`,
    { fields: { organisation: 'Its owner is not a member.' } },
  );

const noneChosen = (): AppError =>
  new AppError(
    'repositories-none-chosen',
    'No repository is chosen. Choose some, or all current and future ones.',
    {
      fields: { repositories: 'Choose at least one.' },
    },
  );

const notVisible = (login: string): AppError =>
  new AppError(
    'organisation-not-visible',
    `GitHub shows this token no organisation called ${login}. Check the name, and whether the token’s owner is a member of it.`,
    { fields: { organisation: 'Not visible to this token.' } },
  );

function toConnectError(error: unknown, wanted: Wanted): unknown {
  switch (findViolatedConstraint(error)) {
    case 'connection_organisation_key':
      return new AppError(
        'organisation-already-connected',
        `${wanted.organisation} is connected already. Open its connection to change it.`,
        { cause: error, link: '/settings/github' },
      );
    case 'connection_name_key':
      return toNameTaken(wanted.name, error);
    default:
      return error;
  }
}
