import type { SignOnSettings } from '@throughline/contract';
import { beginSignOn, type SignOnIntent, signOn } from '@throughline/contract';
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import * as z from 'zod';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { recordAudit } from '../audit.sql.ts';
import { beginAttempt, takeAttempt } from '../authorisation-attempts.sql.ts';
import { identityTaken } from '../enter.sql.ts';
import { handleAnyone, type RouteHandler } from '../handle.ts';
import { findUserOfIdentity, storeIdentity } from '../identities.sql.ts';
import { findOpenInvitation, invitationInvalid } from '../invitations.sql.ts';
import type { Viewer } from '../viewer.ts';
import { askProvider, type SignOnDependencies } from './ask-provider.client.ts';
import { enterBySignOn } from './enter-by-sign-on.sql.ts';
import { fetchProfile } from './fetch-profile.client.ts';
import { toNonce } from './to-nonce.ts';
import type { SignOnProfile } from './to-profile.ts';
import { toReport } from './to-report.ts';

const minutes = 15;
/** Of one address, behind which a whole company may sit on a Monday morning. */
const leavesPerMinute = 300;
export const signOnReturnPath = '/signin/return';
const left = z.object({
  intent: z.enum(['sign-in', 'join', 'connect', 'test']),
  invitationId: z.number().optional(),
});

/** Single sign-on: going to the provider, and coming back. */
export const signOnRoutes = (deps: SignOnDependencies): RouteHandler[] => [leaving(deps), returning(deps)];

const leaving = (deps: SignOnDependencies): RouteHandler =>
  handleAnyone(
    beginSignOn,
    async ({ body, reader, request }) => {
      refuseIntent(body.intent, reader);
      const invitationId = await findInvitationId(deps.database, body.invitation);
      return askProvider(deps, reader?.role, async ({ config, settings }) => {
        const { state, codeVerifier } = await beginAttempt(deps.database, {
          purpose: 'oidc-sign-in',
          browserId: request.browserId(),
          userId: reader?.userId,
          payload: { intent: body.intent, invitationId },
          minutes,
        });
        const url = buildAuthorizationUrl(config, {
          redirect_uri: `${request.origin}${signOnReturnPath}`,
          scope: ['openid', ...settings.scopes.filter((scope) => scope !== 'openid')].join(' '),
          state,
          nonce: toNonce(codeVerifier),
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        if (url.protocol !== 'https:' && !deps.loopbackOrigins.includes(url.origin)) {
          throw new Error(`Its sign-in page is not served over https: ${url.origin}`);
        }
        return { url: url.href, state };
      });
    },
    { limit: { perMinute: leavesPerMinute, key: () => 'leave' } },
  );

/** Who is not signed in has nothing to connect, and only administrators try what is set up. */
function refuseIntent(intent: SignOnIntent, reader: Viewer | undefined): void {
  if (intent === 'test' && reader?.role !== 'administrator') throw notFound();
  if (intent === 'connect' && reader === undefined) throw notFound();
}

async function findInvitationId(sql: Sql, token: string | undefined): Promise<number | undefined> {
  if (token === undefined) return undefined;
  const found = await findOpenInvitation(sql, token);
  if (found === undefined) throw invitationInvalid();
  return found.invitationId;
}

const returning = (deps: SignOnDependencies): RouteHandler =>
  handleAnyone(signOn, async ({ body, reader, request }) => {
    const taken = await takeAttempt(deps.database, {
      state: body.state,
      purpose: 'oidc-sign-in',
      browserId: request.browserId(),
      userId: reader?.userId,
    });
    const { intent, invitationId } = left.parse(taken.payload);
    refuseIntent(intent, reader);
    const address = new URL(`${request.origin}${signOnReturnPath}`);
    const { state, code, iss } = body;
    address.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
    const { codeVerifier } = taken;
    const { profile, settings } = await askProvider(deps, reader?.role, async ({ config, settings }) => ({
      profile: await fetchProfile(config, settings, {
        address,
        state,
        nonce: toNonce(codeVerifier),
        codeVerifier,
      }),
      settings,
    }));
    return finish(deps, { intent, invitationId, profile, settings, reader, request });
  });

interface Finished {
  readonly intent: SignOnIntent;
  readonly invitationId: number | undefined;
  readonly profile: SignOnProfile;
  readonly settings: SignOnSettings;
  readonly reader: Viewer | undefined;
  readonly request: { startSession(token: string): string };
}

async function finish({ database }: SignOnDependencies, given: Finished) {
  const { intent, profile, settings, reader, request } = given;
  if (intent === 'test') {
    const isKnown = (await findUserOfIdentity(database, profile)) !== undefined;
    return { intent, report: toReport(settings, profile, isKnown) };
  }
  if (intent === 'connect' && reader !== undefined) {
    await database.transaction((tx) => connect(tx, reader, profile));
    return { intent };
  }
  const token = await database.transaction((tx) =>
    enterBySignOn(tx, { ...given, endsSessionId: reader?.sessionId }),
  );
  request.startSession(token);
  return { intent };
}

async function connect(tx: Sql, { userId }: Viewer, profile: SignOnProfile): Promise<void> {
  const { issuer, subject, email, name } = profile;
  if (!(await storeIdentity(tx, { userId, issuer, subject, label: email ?? name }))) throw identityTaken();
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'identity.connected',
    subject: `user:${userId}`,
    detail: { issuer },
  });
}
