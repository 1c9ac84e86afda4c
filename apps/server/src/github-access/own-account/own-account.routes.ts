import { listOwnAccounts, listOwnGrants, type OwnAccount, removeOwnAccount } from '@throughline/contract';
import { handle, hasOtherWayIn, type RouteHandler } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { findRegistration } from '../credentials/registrations.sql.ts';
import { findHost } from '../hosts/hosts.sql.ts';
import { connectRoutes } from './connect.routes.ts';
import type { OwnAccountRouteDependencies } from './dependencies.ts';
import { beginEnd, finishEnd } from './end-own-account.client.ts';
import { fetchGrants } from './fetch-grants.client.ts';
import { githubSignInRoutes } from './github-sign-in.routes.ts';
import { findOwnAccount, loadOwnAccounts, type OwnAccountRecord } from './own-accounts.sql.ts';
import { type AppHost, findAppHost, loadAppHosts } from './sign-in-hosts.sql.ts';
import { toIdentity } from './to-identity.ts';

/** One's own GitHub account: what is connected, what it reaches, connecting it, removing it, signing in with it. */
export const ownAccountRoutes = (deps: OwnAccountRouteDependencies): readonly RouteHandler[] => [
  ...readRoutes(deps),
  ...connectRoutes(deps),
  removing(deps),
  ...githubSignInRoutes(deps),
];

const readRoutes = (deps: OwnAccountRouteDependencies): readonly RouteHandler[] => [
  handle(listOwnAccounts, async ({ reader }) => {
    const [accounts, hosts] = await Promise.all([
      loadOwnAccounts(deps.database, reader.userId),
      loadAppHosts(deps.database),
    ]);
    const taken = new Set(accounts.map(({ hostId }) => hostId));
    return {
      accounts: await Promise.all(accounts.map((account) => toOwnAccount(deps.database, account))),
      hosts: hosts.filter(({ host }) => !taken.has(host.hostId)).map(toHostOffered),
    };
  }),

  handle(listOwnGrants, async ({ params, reader }) => {
    const account = await findOwnAccount(deps.database, reader.userId, params.ownAccountId);
    if (account === undefined || account.endingAt !== undefined) throw notFound();
    return fetchGrants(deps, account);
  }),
];

/** A second press while GitHub was not to be told tries again. */
const removing = (deps: OwnAccountRouteDependencies): RouteHandler =>
  handle(removeOwnAccount, async ({ params, reader }) => {
    const account = await findOwnAccount(deps.database, reader.userId, params.ownAccountId);
    if (account === undefined) throw notFound();
    if (account.endingAt === undefined) {
      await refuseOnlyWay(deps.database, account);
      await deps.database.transaction((tx) => beginEnd(tx, account));
    }
    const isOver = await finishEnd(deps, account);
    return { state: isOver ? ('removed' as const) : ('ending' as const) };
  });

async function refuseOnlyWay(sql: Sql, { userId, hostId, githubId }: OwnAccountRecord): Promise<void> {
  const host = await findHost(sql, hostId);
  if (host === undefined) return;
  const identity = { ...toIdentity(host, githubId), userId };
  if (await hasOtherWayIn(sql, identity)) return;
  throw new AppError(
    'conflict',
    'This account is the only way you sign in here, so it was not removed. Give yourself a password first.',
  );
}

async function toOwnAccount(sql: Sql, account: OwnAccountRecord): Promise<OwnAccount> {
  const { hostId, registrationId, connectedAt, usedAt } = account;
  const [registration, appHost, host] = await Promise.all([
    findRegistration(sql, registrationId),
    findAppHost(sql, hostId),
    findHost(sql, hostId),
  ]);
  if (registration === undefined || host === undefined) throw notFound();
  return {
    ownAccountId: account.ownAccountId,
    hostId,
    hostName: host.name,
    login: account.login,
    appName: registration.name,
    appKind: registration.kind,
    scopes: [...account.scopes],
    connectedAt: connectedAt.toISOString(),
    ...(usedAt === undefined ? {} : { usedAt: usedAt.toISOString() }),
    state: toState(account),
    isSignInAllowed: appHost?.isSignInAllowed === true,
    githubUrl: `${host.baseUrl}/settings/connections/applications/${encodeURIComponent(registration.clientId)}`,
  };
}

const toState = ({ endingAt, lostAt }: OwnAccountRecord): OwnAccount['state'] => {
  if (endingAt !== undefined) return 'ending';
  return lostAt === undefined ? 'connected' : 'lost';
};

const toHostOffered = ({ host, registration }: AppHost) => ({
  hostId: host.hostId,
  hostName: host.name,
  appName: registration.name,
});
