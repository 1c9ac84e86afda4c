import { beginOwnAccount, connectOwnAccount } from '@throughline/contract';
import { toAuthoriseUrl, toHostUrls } from '@throughline/github';
import * as z from 'zod';
import {
  beginAttempt,
  handle,
  identityTaken,
  type RouteHandler,
  recordAudit,
  storeIdentity,
  takeAttempt,
} from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { Registration } from '../credentials/registrations.sql.ts';
import { appGone } from '../oauth/oauth-client.client.ts';
import { type GitHubVisitor, type Visited, withVisit } from '../oauth/with-visit.client.ts';
import { toReturnAddress } from '../return-page.ts';
import type { OwnAccountRouteDependencies, ProvenAccount } from './dependencies.ts';
import { endToken } from './end-own-account.client.ts';
import { storeOwnAccount } from './own-account-tokens.sql.ts';
import { findOwnAccountOf, loadOwnAccounts } from './own-accounts.sql.ts';
import { loadPlace } from './own-token.client.ts';
import { findAppHost } from './sign-in-hosts.sql.ts';
import { toIdentity } from './to-identity.ts';

const minutes = 15;
const left = z.object({ hostId: z.number(), registrationId: z.number() });

/** Going to GitHub to connect one's own account, and coming back. */
export const connectRoutes = (deps: OwnAccountRouteDependencies): readonly RouteHandler[] => [
  handle(beginOwnAccount, async ({ body, reader, request }) => {
    const found = await findAppHost(deps.database, body.hostId);
    if (found === undefined) throw appGone();
    const { host, registration } = found;
    const { registrationId } = registration;
    const { state, codeVerifier } = await beginAttempt(deps.database, {
      purpose: 'own-account',
      browserId: request.browserId(),
      userId: reader.userId,
      payload: { hostId: host.hostId, registrationId },
      minutes,
    });
    const url = toAuthoriseUrl(toHostUrls(host), {
      clientId: registration.clientId,
      redirectUri: toReturnAddress(request.origin),
      state,
      codeVerifier,
      isAccountChosen: true,
      ...toScopes(registration),
    });
    return { url, state };
  }),

  handle(connectOwnAccount, async ({ body, reader, request }) => {
    const taken = await takeAttempt(deps.database, {
      state: body.state,
      purpose: 'own-account',
      browserId: request.browserId(),
      userId: reader.userId,
    });
    const place = await loadPlace(deps.database, left.parse(taken.payload));
    const { code } = body;
    const { codeVerifier } = taken;
    const redirectUri = toReturnAddress(request.origin);
    return withVisit(deps, { ...place, code, codeVerifier, redirectUri }, async (visited) => {
      await endFormer(deps, { ...place.host, userId: reader.userId }, visited);
      const claim = await deps.database.transaction((tx) =>
        keep(deps, tx, { ...place, ...visited, userId: reader.userId }),
      );
      const answer = { login: visited.visitor.login, hostName: place.host.name, claim };
      return { isKept: true, answer };
    });
  }),
];

/** The least there is: who somebody is. A GitHub App's users have no scopes. */
export const toScopes = ({ kind }: Registration): { readonly scopes?: readonly string[] } =>
  kind === 'oauth-app' ? { scopes: ['read:user'] } : {};

/**
 * Refuses an account that is another user's, and a second one of a host; ends the token that the same account had
 * before, for nothing here would know of it any more.
 */
async function endFormer(
  deps: OwnAccountRouteDependencies,
  { hostId, userId }: { readonly hostId: number; readonly userId: number },
  { visitor }: Visited,
): Promise<void> {
  const held = await findOwnAccountOf(deps.database, hostId, visitor.githubId);
  if (held !== undefined && held.userId !== userId) throw identityTaken();
  const other = (await loadOwnAccounts(deps.database, userId)).find(
    (account) => account.hostId === hostId && account.githubId !== visitor.githubId,
  );
  if (other !== undefined) throw otherConnected(other.login, visitor.login);
  if (held === undefined) return;
  await endToken(deps, held);
}

interface Kept extends Visited {
  readonly userId: number;
  readonly host: { readonly hostId: number; readonly name: string; readonly baseUrl: string };
  readonly registration: Registration;
}

async function keep(deps: OwnAccountRouteDependencies, tx: Sql, given: Kept) {
  const { userId, host, registration, visitor, token } = given;
  const { githubId, login } = visitor;
  const { hostId } = host;
  const identity = { ...toIdentity(host, githubId), userId, label: `@${login}` };
  if (!(await storeIdentity(tx, identity))) throw identityTaken();
  const { registrationId } = registration;
  await storeOwnAccount(tx, deps.secretBox, { userId, hostId, registrationId, githubId, login, token });
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'own-account.connected',
    subject: `user:${userId}`,
    detail: { host: host.name, app: registration.name, scopes: token.scopes, accountNumber: githubId },
  });
  return deps.claimAccount(tx, { userId, hostId, account: toProven(visitor) });
}

const toProven = (visitor: GitHubVisitor): ProvenAccount => ({ ...visitor, kind: 'User' });

const otherConnected = (held: string, seen: string): AppError =>
  new AppError(
    'conflict',
    `You have @${held} connected, and GitHub says you are @${seen} there now. Remove @${held} first, or choose @${held} at GitHub.`,
  );
