import type { AppReport, ReadData } from '@throughline/contract';
import {
  type GitHubClient,
  listInstallations,
  listOrganisations,
  listOwnInstallationIds,
  readApp,
} from '@throughline/github';
import * as z from 'zod';
import { recordAudit, type Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { loadConnectedOrganisations } from '../connection/load-connections.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import { toMintFailure } from './app-failures.ts';
import { findSighting, type Sighting, saveSighting } from './app-sightings.sql.ts';
import { keepInstallations, toInstallationBucket } from './installation-credentials.sql.ts';
import { type JudgedOrganisation, judgeInstallations } from './judge-installations.ts';
import { asApp, getReadingApp, type RegisteredApp } from './open-app.client.ts';
import { toAppReport } from './to-app-report.ts';

/** What a person's token of the App shows of them: their organisations, and which installations they reach. */
export async function lookAround(client: GitHubClient): Promise<Sighting> {
  const { organisations } = await listOrganisations(client);
  return {
    organisations: organisations.map(({ githubId, login, role }) => ({
      githubId,
      login,
      role: role === 'unknown' ? 'none' : role,
    })),
    installationIds: await listOwnInstallationIds(client),
  };
}

interface Listing {
  readonly registrationId: number;
  readonly data: readonly ReadData[];
  readonly viewer: Pick<Viewer, 'userId'>;
}

/** Remembers what a sign-in showed for a day, then lists. */
export async function listAfterSignIn(
  deps: AccessDependencies,
  listing: Listing,
  sighting: Sighting,
): Promise<AppReport> {
  const { registrationId, viewer } = listing;
  await deps.database.transaction(async (tx) => {
    await saveSighting(tx, { registrationId, userId: viewer.userId }, sighting);
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'github-app.organisations-listed',
      subject: `app-registration:${registrationId}`,
    });
  });
  return listFrom(deps, listing, sighting);
}

/** Lists anew by what the last sign-in showed. Throws `authorisation-invalid` when that was more than a day ago. */
export async function listAnew(deps: AccessDependencies, listing: Listing): Promise<AppReport> {
  const { registrationId, viewer } = listing;
  const sighting = await findSighting(deps.database, { registrationId, userId: viewer.userId });
  if (sighting === undefined) {
    throw new AppError(
      'authorisation-invalid',
      'GitHub was asked who you are more than a day ago. Retrieve the organisations again.',
    );
  }
  return listFrom(deps, listing, sighting);
}

async function listFrom(
  deps: AccessDependencies,
  { registrationId, data, viewer }: Listing,
  sighting: Sighting,
): Promise<AppReport> {
  const { host, registration } = await getReadingApp(deps, registrationId);
  const { app, installations } = await asking(() => readAll(deps, { host, registration }));
  const connectedAs = await loadConnectedOrganisations(deps.database, host.hostId);
  const judged = judgeInstallations({ sighting, installations, app, data });
  const free = judged.filter((one) => one.kind === 'free');
  const credentials = await keepInstallations(
    deps.database,
    { hostId: host.hostId, registrationId, appName: registration.name, createdBy: viewer.userId },
    free.map(({ githubId, login, role, installation }) => ({
      ...installation,
      organisation: { githubId, login, role },
    })),
  );
  const repositories = await countRepositories(deps, host, free, credentials);
  const personal = installations.find(({ account }) => !account.isOrganisation)?.account.login;
  return toAppReport({
    host,
    registration,
    app,
    data,
    judged,
    connectedAs,
    credentials,
    repositories,
    personal,
  });
}

async function readAll(
  deps: AccessDependencies,
  opened: { readonly host: Host; readonly registration: RegisteredApp },
) {
  try {
    return await asApp(deps, opened, async (client) => ({
      app: await readApp(client),
      installations: await listInstallations(client),
    }));
  } catch (error) {
    throw toMintFailure(error, { app: opened.registration.name, organisation: 'any organisation' });
  }
}

/** More organisations than this are shown without the number of their repositories. */
const mostCounted = 20;
const counted = z.object({ total_count: z.number().int() });

/** How many repositories each free installation covers, by credential; one that does not tell is left out. */
async function countRepositories(
  { clients }: AccessDependencies,
  host: Host,
  free: readonly Extract<JudgedOrganisation, { readonly kind: 'free' }>[],
  credentials: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, number>> {
  const found = await Promise.all(
    free.slice(0, mostCounted).map(async ({ installation }): Promise<readonly [number, number][]> => {
      const credentialId = credentials.get(installation.installationId);
      if (credentialId === undefined) return [];
      const bucketOwner = toInstallationBucket(installation.installationId);
      try {
        const client = await clients.forCredential(host, { credentialId, bucketOwner });
        const { body } = await client.getRest('/installation/repositories', { per_page: 1 });
        const total = counted.safeParse(body).data?.total_count;
        return total === undefined ? [] : [[installation.installationId, total]];
      } catch {
        // It is a number beside a name: whatever is wrong shows when the organisation is opened.
        return [];
      }
    }),
  );
  return new Map(found.flat());
}
