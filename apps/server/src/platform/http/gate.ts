import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, notFound } from '../errors/index.ts';
import type { Authenticator } from './authenticator.ts';
import { judgeBodyHeaders } from './body-headers.ts';
import { isCsrfToken } from './csrf-token.ts';
import type { Declaration } from './declared-routes.ts';
import { unsupportedBody } from './failure-answer.ts';
import { isKnownHost } from './known-host.ts';
import { isFromOwnPage } from './own-page.ts';
import { type Limiter, toAddressKey } from './rate-limits.ts';
import { type RequestState, setState } from './request-state.ts';
import type { HttpReader } from './route-handler.ts';
import type { SessionCookies } from './session-cookies.ts';

interface GateOptions<Reader extends HttpReader> {
  readonly publicUrl: URL | undefined;
  readonly authenticator: Authenticator<Reader>;
  readonly cookies: SessionCookies;
  readonly limit: Limiter;
}

/**
 * What every request passes before a byte of its body is read: known host, who asks, whether they may, whether their
 * browser was led here by another page, and whether the body is in the one form we read. A route that is refused to a
 * signed-in reader answers like an address where nothing is.
 */
export function createGate<Reader extends HttpReader>(options: GateOptions<Reader>) {
  const { publicUrl, authenticator, cookies, limit } = options;

  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const declaration = request.routeOptions.config?.declaration;
    refuseUnknownHost(request, declaration, publicUrl);
    if (declaration === undefined || declaration.kind === 'files') return;

    const state = await findState(request, authenticator, cookies);
    setState(request, state);
    await limit(request, state.reader ? `user ${state.reader.userId}` : toAddressKey(request.ip));
    refuseByPolicy(declaration, state.reader, authenticator);
    refuseForeignPages(request, state.sessionToken ?? cookies.findVisitor(request), publicUrl);
    if (judgeBodyHeaders(request.headers) === 'unsupported') throw unsupportedBody();
  };
}

async function findState<Reader extends HttpReader>(
  request: FastifyRequest,
  authenticator: Authenticator<Reader>,
  cookies: SessionCookies,
): Promise<RequestState<Reader>> {
  const token = cookies.findSession(request);
  const reader = token === undefined ? undefined : await authenticator.authenticate(token);
  return { reader, sessionToken: reader === undefined ? undefined : token };
}

function refuseByPolicy<Reader extends HttpReader>(
  { policy }: Declaration,
  reader: Reader | undefined,
  authenticator: Authenticator<Reader>,
): void {
  if (policy === 'anyone') return;
  if (reader === undefined) {
    throw new AppError(
      'not-signed-in',
      'Nobody is signed in here, or the session has ended. Sign in and try again.',
    );
  }
  if (!authenticator.allows(policy, reader)) throw notFound();
}

function refuseForeignPages(
  request: FastifyRequest,
  bearer: string | undefined,
  publicUrl: URL | undefined,
): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const isOurs = isFromOwnPage(request.headers, publicUrl);
  if (isOurs && bearer !== undefined && isCsrfToken(request.headers['x-csrf-token'], bearer)) return;
  throw new AppError(
    'csrf-refused',
    'This did not come from a page of this session, so nothing was done. Reload the page and try again.',
  );
}

function refuseUnknownHost(
  { headers }: FastifyRequest,
  declaration: Declaration | undefined,
  publicUrl: URL | undefined,
): void {
  if (declaration?.isAnyHostAllowed === true || isKnownHost(headers.host, publicUrl)) return;
  const known =
    publicUrl?.origin ?? 'http://127.0.0.1 or http://localhost, with the port it printed at its start';
  throw new AppError('not-found', `Throughline does not answer under this name. It is at ${known}.`);
}
