import { createHash } from 'node:crypto';
import { allReadData, type ReadData } from '@throughline/contract';
import {
  type AppClient,
  findInstallation,
  GitHubFailure,
  listInstallations,
  mintInstallationToken,
  mostRepositories,
  narrowPermissions,
  type Permissions,
  type RenewedToken,
  toAppPermissions,
} from '@throughline/github';
import type { Clock } from '../../platform/clock/index.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import { toMintFailure } from './app-failures.ts';
import {
  findHeldInstallation,
  type HeldInstallation,
  saveInstallation,
} from './installation-credentials.sql.ts';
import { type AppDependencies, asApp, getApp } from './open-app.client.ts';

/** To what a token is narrowed. */
export interface Narrowing {
  /** Default: everything that can be read. */
  readonly data?: readonly ReadData[];
  /** GitHub's ids; absent, or more than GitHub takes: all that the installation covers. */
  readonly repositoryIds?: readonly number[] | undefined;
}

export interface InstallationTokens {
  /** What a client asks for the token of an installation, by its credential. */
  toSource(credentialId: number, narrowing?: Narrowing): RenewedToken;
}

interface TokenDependencies extends AppDependencies {
  readonly clock: Clock;
  /** Whether GitHub is to give tokens of forty characters: where it does not accept its own longer ones. */
  readonly hasClassicTokens: boolean;
}

interface Held {
  readonly token: string;
  readonly endsAtMs: number;
  readonly forget: () => void;
}

/** A token is made anew this long before its end, so that whoever gets one can work with it. */
const aheadMs = 10 * 60_000;

/** Tokens of installations, in memory alone, one for all who read the same with the same rights. */
export function createInstallationTokens(deps: TokenDependencies): InstallationTokens {
  const held = new Map<string, Held>();
  const coming = new Map<string, Promise<string>>();

  const drop = (key: string, token: string): void => {
    const found = held.get(key);
    if (found?.token !== token) return; // not secret: both are held here
    held.delete(key);
    found.forget();
  };

  const keep = (key: string, token: string, lifeMs: number): string => {
    const before = held.get(key);
    held.set(key, {
      token,
      endsAtMs: deps.clock.now().getTime() + lifeMs,
      forget: deps.secretMask.register(token),
    });
    // Who reads with the one before goes on with it until it ends.
    if (before !== undefined) setTimeout(before.forget, aheadMs).unref();
    setTimeout(() => drop(key, token), lifeMs).unref();
    return token;
  };

  const mint = (key: string, credentialId: number, narrowing: Narrowing): Promise<string> => {
    const waiting = coming.get(key);
    if (waiting !== undefined) return waiting;
    const minted = mintFor(deps, credentialId, narrowing)
      .then(({ token, lifeMs }) => keep(key, token, lifeMs))
      .finally(() => coming.delete(key));
    coming.set(key, minted);
    return minted;
  };

  return {
    toSource(credentialId, narrowing = {}) {
      const key = toKey(credentialId, narrowing);
      return {
        kind: 'app-installation',
        get: async () => {
          const found = held.get(key);
          const leftMs = found === undefined ? 0 : found.endsAtMs - deps.clock.now().getTime();
          if (found !== undefined && leftMs > aheadMs) return found.token;
          const minted = mint(key, credentialId, narrowing);
          return found === undefined || leftMs <= 0 ? minted : minted.catch(() => found.token);
        },
        refuse: (token) => drop(key, token),
      };
    },
  };
}

/** The same rights have the same token, whoever reads with them. */
const toKey = (credentialId: number, { data = allReadData, repositoryIds = [] }: Narrowing): string => {
  const repositories = createHash('sha256').update(repositoryIds.toSorted((a, b) => a - b).join(' '));
  return [credentialId, ...toAppData(data).toSorted(), repositories.digest('base64')].join(' ');
};

type Minted = Awaited<ReturnType<typeof mintInstallationToken>>;

/** Rejects with a `GitHubFailure` that speaks of the app and the organisation. */
async function mintFor(deps: TokenDependencies, credentialId: number, narrowing: Narrowing): Promise<Minted> {
  const installation = await findHeldInstallation(deps.database, credentialId);
  if (installation === undefined) {
    throw new GitHubFailure('not-signed-in', 'This credential is no longer kept. Connect again.');
  }
  const opened = await getApp(deps, installation.registrationId);
  try {
    return await asApp(deps, opened, (client) => mintNarrowed(deps, client, { installation, narrowing }));
  } catch (error) {
    throw toMintFailure(error, {
      app: opened.registration.name,
      organisation: installation.organisation.login,
    });
  }
}

interface Wanted {
  readonly installation: HeldInstallation;
  readonly narrowing: Narrowing;
}

/**
 * Where GitHub does not know the installation any more, or refuses what is asked of it, things have changed there: it is
 * looked at anew, remembered as it is now, and asked once more, for all its repositories.
 */
async function mintNarrowed(
  deps: TokenDependencies,
  client: AppClient,
  { installation, narrowing: { data = allReadData, repositoryIds = [] } }: Wanted,
): Promise<Minted> {
  const asked = toAppPermissions(toAppData(data));
  const ask = (installationId: number, permissions: Permissions, ids: readonly number[]): Promise<Minted> =>
    mintInstallationToken(client, {
      installationId,
      permissions: narrowPermissions(asked, permissions),
      repositoryIds: ids.length > mostRepositories ? [] : ids,
      isClassicForm: deps.hasClassicTokens,
    });
  try {
    return await ask(installation.installationId, installation.permissions, repositoryIds);
  } catch (error) {
    if (!(error instanceof GitHubFailure) || (error.status !== 404 && error.status !== 422)) throw error;
    const now = await findNow(client, installation);
    if (now === undefined) throw error;
    await saveInstallation(deps.database, installation.credentialId, now);
    return ask(now.installationId, now.permissions, []);
  }
}

/** The installation as it is now: the same one, or the one it was made anew as on the same organisation. */
export async function findNow(
  client: AppClient,
  { installationId, organisation }: Pick<HeldInstallation, 'installationId' | 'organisation'>,
) {
  const same = await findInstallation(client, installationId);
  if (same !== undefined) return same;
  const all = await listInstallations(client);
  return all.find(({ account }) => account.githubId === organisation.githubId);
}
