import {
  beginGithubSignIn,
  listGithubSignInSettings,
  listGithubSignIns,
  setGithubSignIn,
  signInWithGithub,
} from '@throughline/contract';
import { toAuthoriseUrl, toHostUrls } from '@throughline/github';
import * as z from 'zod';
import {
  beginAttempt,
  type Entering,
  enterByIdentity,
  findOpenInvitation,
  handle,
  handleAnyone,
  invitationInvalid,
  joinByIdentity,
  type RouteHandler,
  recordAudit,
  takeAttempt,
} from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { withVisit } from '../oauth/with-visit.client.ts';
import { toReturnAddress } from '../return-page.ts';
import { toScopes } from './connect.routes.ts';
import type { OwnAccountRouteDependencies } from './dependencies.ts';
import { findAppHost, loadAppHosts, setSignInAllowed } from './sign-in-hosts.sql.ts';
import { toIdentity } from './to-identity.ts';

const minutes = 15;
/** Of one address, behind which a whole company may sit on a Monday morning. */
const leavesPerMinute = 300;
const left = z.object({ hostId: z.number(), invitationId: z.number().optional() });

/** Signing in with a GitHub account that its user connected before, or joining with one; and its switch a host. */
export const githubSignInRoutes = (deps: OwnAccountRouteDependencies): readonly RouteHandler[] => [
  handleAnyone(listGithubSignIns, async () => ({
    hosts: (await loadAppHosts(deps.database))
      .filter(({ isSignInAllowed }) => isSignInAllowed)
      .map(({ host }) => ({ hostId: host.hostId, hostName: host.name })),
  })),
  leaving(deps),
  returning(deps),
  ...settingRoutes(deps),
];

const leaving = (deps: OwnAccountRouteDependencies): RouteHandler =>
  handleAnyone(
    beginGithubSignIn,
    async ({ body, reader, request }) => {
      const { host, registration } = await getSignInHost(deps.database, body.hostId);
      const invitationId = await findInvitationId(deps.database, body.invitation);
      const { state, codeVerifier } = await beginAttempt(deps.database, {
        purpose: 'github-sign-in',
        browserId: request.browserId(),
        userId: reader?.userId,
        payload: { hostId: host.hostId, invitationId },
        minutes,
      });
      const url = toAuthoriseUrl(toHostUrls(host), {
        clientId: registration.clientId,
        redirectUri: toReturnAddress(request.origin),
        state,
        codeVerifier,
        ...toScopes(registration),
      });
      return { url, state };
    },
    { limit: { perMinute: leavesPerMinute, key: () => 'leave' } },
  );

async function findInvitationId(sql: Sql, token: string | undefined): Promise<number | undefined> {
  if (token === undefined) return undefined;
  const found = await findOpenInvitation(sql, token);
  if (found === undefined) throw invitationInvalid();
  return found.invitationId;
}

const returning = (deps: OwnAccountRouteDependencies): RouteHandler =>
  handleAnyone(signInWithGithub, async ({ body, reader, request }) => {
    const taken = await takeAttempt(deps.database, {
      state: body.state,
      purpose: 'github-sign-in',
      browserId: request.browserId(),
      userId: reader?.userId,
    });
    const { hostId, invitationId } = left.parse(taken.payload);
    const place = await getSignInHost(deps.database, hostId);
    const { code } = body;
    const { codeVerifier } = taken;
    const redirectUri = toReturnAddress(request.origin);
    const token = await withVisit(
      deps,
      { ...place, code, codeVerifier, redirectUri },
      async ({ visitor }) => {
        const entering: Entering = {
          ...toIdentity(place.host, visitor.githubId),
          label: `@${visitor.login}`,
          endsSessionId: reader?.sessionId,
        };
        const answer = await deps.database.transaction((tx) =>
          invitationId === undefined
            ? enterByIdentity(tx, entering)
            : joinByIdentity(tx, { ...entering, invitationId, name: visitor.name ?? visitor.login }),
        );
        // Who somebody is was all that was asked; the token is ended again.
        return { isKept: false, answer };
      },
    );
    request.startSession(token);
    return {};
  });

const settingRoutes = ({ database }: OwnAccountRouteDependencies): readonly RouteHandler[] => [
  handle(listGithubSignInSettings, async () => ({
    hosts: (await loadAppHosts(database)).map(({ host, registration, isSignInAllowed }) => ({
      hostId: host.hostId,
      hostName: host.name,
      appName: registration.name,
      isAllowed: isSignInAllowed,
    })),
  })),

  handle(setGithubSignIn, async ({ params: { hostId }, body: { isAllowed }, reader }) => {
    await database.transaction(async (tx) => {
      const found = await findAppHost(tx, hostId);
      if (found === undefined) throw notFound();
      if (found.isSignInAllowed === isAllowed) return;
      await setSignInAllowed(tx, hostId, isAllowed);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: isAllowed ? 'github-sign-in.allowed' : 'github-sign-in.ended',
        subject: `host:${hostId}`,
        detail: { host: found.host.name },
      });
    });
    return {};
  }),
];

/** A host whose switch is off looks like one that is not there. */
async function getSignInHost(sql: Sql, hostId: number) {
  const found = await findAppHost(sql, hostId);
  if (found?.isSignInAllowed !== true) throw notFound();
  return found;
}
