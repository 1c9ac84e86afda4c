import type { Leaving, ReadData } from '@throughline/contract';
import { exchangeCode, toAuthoriseUrl } from '@throughline/github';
import { beginAttempt, takeAttempt, type Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { findRegistration, type Registration } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { findHost, type Host } from '../hosts/hosts.sql.ts';
import { toReturnAddress } from '../return-page.ts';
import { keepTestedToken, type TestedToken } from '../tokens/tested-token.client.ts';
import { type OauthAttempt, oauthAttempt } from './oauth-attempt.ts';
import { withOauthClient } from './oauth-client.client.ts';
import { toScopes } from './oauth-scopes.ts';

const purpose = 'oauth-connect';
/** As long as GitHub keeps a code. */
const attemptMinutes = 10;

interface Traveller {
  readonly viewer: Pick<Viewer, 'userId'>;
  readonly browserId: string;
}

interface Begun extends Traveller {
  readonly registrationId: number;
  readonly data: readonly ReadData[];
  readonly readsPrivate: boolean;
  /** Where this browser reached us. */
  readonly origin: string;
}

/** Where a sign-in by an OAuth app begins. Throws `not-found` when the app is gone. */
export async function beginOauthSignIn(
  { database }: Pick<AccessDependencies, 'database'>,
  { registrationId, data, readsPrivate, origin, browserId, viewer }: Begun,
): Promise<Leaving> {
  const { host, registration } = await getOauthApp(database, registrationId);
  const redirectUri = toReturnAddress(origin);
  const payload: OauthAttempt = { registrationId, data: [...data], redirectUri };
  const { state, codeVerifier } = await beginAttempt(database, {
    purpose,
    browserId,
    userId: viewer.userId,
    payload,
    minutes: attemptMinutes,
  });
  const url = toAuthoriseUrl(
    { webUrl: host.baseUrl },
    {
      clientId: registration.clientId,
      redirectUri,
      state,
      codeVerifier,
      scopes: toScopes({ data, readsPrivate }),
    },
  );
  return { url, state };
}

interface Returned extends Traveller {
  readonly state: string;
  readonly code: string;
}

/**
 * Takes what came back: the attempt is used up first, then the code becomes a token, which is looked at as a tested token
 * is, and kept. Throws `authorisation-invalid` for an answer to nothing of this browser's.
 */
export async function finishOauthSignIn(
  deps: AccessDependencies,
  { state, code, browserId, viewer }: Returned,
): Promise<{ readonly tested: TestedToken; readonly data: readonly ReadData[] }> {
  const taken = await takeAttempt(deps.database, { state, purpose, browserId, userId: viewer.userId });
  const { registrationId, data, redirectUri } = oauthAttempt.parse(taken.payload);
  const { host, registration } = await getOauthApp(deps.database, registrationId);
  const token = await withOauthClient(deps, { host, registration }, (client) =>
    asking(() => exchangeCode(client, { code, redirectUri, codeVerifier: taken.codeVerifier })),
  );
  const tested = await keepTestedToken(deps, { host, token: token.token, registration }, viewer);
  return { tested, data };
}

interface OauthAppOnHost {
  readonly host: Host;
  readonly registration: Registration;
}

async function getOauthApp(
  database: AccessDependencies['database'],
  registrationId: number,
): Promise<OauthAppOnHost> {
  const registration = await findRegistration(database, registrationId);
  const host = registration === undefined ? undefined : await findHost(database, registration.hostId);
  if (registration?.kind !== 'oauth-app' || host === undefined) throw unregistered();
  return { host, registration };
}

const unregistered = (): AppError =>
  new AppError(
    'not-found',
    'This OAuth app is no longer registered here. Register it again, then begin again.',
  );
