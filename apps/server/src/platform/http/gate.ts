import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, notFound } from '../errors/index.ts';
import type { Authenticator } from './authenticator.ts';
import { judgeBodyHeaders } from './body-headers.ts';
import { isCsrfToken } from './csrf-token.ts';
import type { Declaration } from './declared-routes.ts';
import { unsupportedBody } from './failure-answer.ts';
import { type Caller, findCaller } from './find-caller.ts';
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
 * signed-in reader answers like an address where nothing is. A key may ask only what its scope names; no browser sends
 * one by itself, so that no other page can lead it here.
 */
export function createGate<Reader extends HttpReader>(options: GateOptions<Reader>) {
  const { publicUrl, authenticator, cookies, limit } = options;

  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const declaration = request.routeOptions.config?.declaration;
    refuseUnknownHost(request, declaration, publicUrl);
    if (declaration === undefined || declaration.kind === 'files') return;

    const caller = await findCaller(request, authenticator, cookies);
    const { reader, sessionToken } = toState(caller);
    setState(request, { reader, sessionToken });
    await limit(request, reader ? `user ${reader.userId}` : toAddressKey(request.ip));
    if (caller.kind === 'dead-key') throw keyInvalid();
    refuseByPolicy(declaration, reader, authenticator);
    refuseByScope(declaration, caller);
    if (caller.kind !== 'key')
      refuseForeignPages(request, sessionToken ?? cookies.findVisitor(request), publicUrl);
    if (judgeBodyHeaders(request.headers) === 'unsupported') throw unsupportedBody();
  };
}

function toState<Reader>(caller: Caller<Reader>): RequestState<Reader> {
  return {
    reader: 'reader' in caller ? caller.reader : undefined,
    sessionToken: caller.kind === 'session' ? caller.token : undefined,
  };
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

function refuseByScope<Reader extends HttpReader>({ keyScopes }: Declaration, caller: Caller<Reader>): void {
  if (caller.kind !== 'key') return;
  const { keyScope } = caller.reader;
  if (keyScope !== undefined && keyScopes.includes(keyScope)) return;
  throw new AppError(
    'key-not-allowed',
    keyScopes.length === 0
      ? 'This cannot be done with a key. Sign in to Throughline in a browser and do it there.'
      : `This key may not do this: its scope is ${keyScope}. Make one with the scope ${keyScopes.join(' or ')} in Settings → API keys.`,
    { link: '/settings/keys' },
  );
}

const keyInvalid = (): AppError =>
  new AppError(
    'key-invalid',
    'This key opens nothing: it has ended or was revoked, or was copied in part. Make a new one in Settings → API keys.',
    { link: '/settings/keys' },
  );

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
