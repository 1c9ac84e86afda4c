import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/index.ts';
import type { Authenticator } from './authenticator.ts';
import { findBearer } from './find-bearer.ts';
import type { HttpReader } from './route-handler.ts';
import type { SessionCookies } from './session-cookies.ts';

/** Who a request says it is from. */
export type Caller<Reader> =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'session'; readonly reader: Reader; readonly token: string }
  | { readonly kind: 'key'; readonly reader: Reader }
  /** It came with a key that speaks for nobody: nothing is answered to it, not even what anyone may ask. */
  | { readonly kind: 'dead-key' };

/** Looks up the session or the key of a request; one that carries both is refused, because it speaks for two. */
export async function findCaller<Reader extends HttpReader>(
  request: FastifyRequest,
  authenticator: Authenticator<Reader>,
  cookies: SessionCookies,
): Promise<Caller<Reader>> {
  const token = cookies.findSession(request);
  const key = findBearer(request.headers);
  if (key !== undefined) {
    if (token !== undefined) throw keyBesideSession();
    const reader = await authenticator.authenticateKey(key);
    return reader === undefined ? { kind: 'dead-key' } : { kind: 'key', reader };
  }
  const reader = token === undefined ? undefined : await authenticator.authenticate(token);
  return token === undefined || reader === undefined
    ? { kind: 'nobody' }
    : { kind: 'session', reader, token };
}

const keyBesideSession = (): AppError =>
  new AppError(
    'key-beside-session',
    'This request carries a session’s cookie and a key, and only one of them can say who asks. Send either.',
  );
