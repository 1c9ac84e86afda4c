import { GitHubFailure, type OauthClient, refreshUserToken } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { findRegistration, type Registration } from '../credentials/registrations.sql.ts';
import { asking } from '../github-error.ts';
import { findHost, type Host } from '../hosts/hosts.sql.ts';
import { appGone, type OauthDependencies, withOauthClient } from '../oauth/oauth-client.client.ts';
import { withMasked } from '../with-masked.ts';
import { type HeldToken, lockToken, storeRenewed } from './own-account-tokens.sql.ts';
import { markLost, type OwnAccountRecord } from './own-accounts.sql.ts';

export interface OwnAccountDependencies extends OauthDependencies {
  readonly database: Database;
}

interface Lent {
  readonly token: string;
  readonly host: Host;
  readonly registration: Registration;
  readonly client: OauthClient;
}

/**
 * Lends an account's token, renewed first where it ends within five minutes. Renewals of one account come one after the
 * other in all processes, by its row's lock: whoever waited finds the new token. A renewal whose answer never arrived
 * here is found by the next one, which GitHub refuses; then the account is lost and `conflict` says to connect again.
 */
export async function withOwnToken<Answer>(
  deps: OwnAccountDependencies,
  account: OwnAccountRecord,
  work: (lent: Lent) => Promise<Answer>,
): Promise<Answer> {
  const place = await loadPlace(deps.database, account);
  return withOauthClient(deps, place, async (client) => {
    const token = await takeToken(deps, account, client);
    if (token === undefined) throw accountLost(account.login);
    return withMasked(deps, [token], () => work({ ...place, token, client }));
  });
}

export async function loadPlace(
  sql: Sql,
  { hostId, registrationId }: Pick<OwnAccountRecord, 'hostId' | 'registrationId'>,
): Promise<{ readonly host: Host; readonly registration: Registration }> {
  const [host, registration] = await Promise.all([
    findHost(sql, hostId),
    findRegistration(sql, registrationId),
  ]);
  if (host === undefined || registration === undefined) throw appGone();
  return { host, registration };
}

/** Undefined: it is lost, and marked so. */
const takeToken = (
  deps: OwnAccountDependencies,
  { ownAccountId, login }: OwnAccountRecord,
  client: OauthClient,
): Promise<string | undefined> =>
  deps.database.transaction(async (tx) => {
    const held = await lockToken(tx, deps.secretBox, ownAccountId);
    if (held === undefined) throw accountLost(login);
    if (held.isLost) return undefined;
    if (!held.isEnding) return held.token;
    const renewed = await renew(deps, held, client);
    if (renewed === undefined) {
      await markLost(tx, ownAccountId);
      return undefined;
    }
    await storeRenewed(tx, deps.secretBox, ownAccountId, renewed);
    return renewed.token;
  });

/** Undefined where GitHub says that there is nothing to renew; what cannot be asked throws, and nothing is changed. */
async function renew(deps: OwnAccountDependencies, { refreshToken }: HeldToken, client: OauthClient) {
  if (refreshToken === undefined) return undefined;
  try {
    return await withMasked(deps, [refreshToken], () => refreshUserToken(client, refreshToken));
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'sign-in-refused') return undefined;
    return asking(() => Promise.reject(error));
  }
}

export const accountLost = (login: string): AppError =>
  new AppError(
    'conflict',
    `GitHub no longer takes the connection of @${login}: it was revoked there, or its renewal was cut off. Connect the account again.`,
  );
