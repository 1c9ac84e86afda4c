import { restCpuSeconds } from '../cost/cpu-seconds.ts';
import type { Emulator } from '../emulator.ts';
import { isUnchanged, makeEtag } from '../http/etag.ts';
import {
  type Charged,
  closeExchange,
  openExchange,
  type SignedExchange,
  signExchange,
  uncharged,
} from '../http/exchange.ts';
import { passGate } from '../http/gate.ts';
import { GitHubError, notFound, toErrorBody } from '../http/github-error.ts';
import type { Outcome } from '../http/ledger.ts';
import { type Incoming, jsonAnswer, type Outgoing } from '../http/message.ts';
import { toAcceptedPermissions, toRateHeaders, toTokenHeaders } from '../http/response-headers.ts';
import { spend } from '../http/spend.ts';
import { assertCredential } from './assert-credential.ts';
import { isServedMediaType } from './media-types.ts';
import { resolveRoute } from './resolve-route.ts';
import type { RestAnswer, Route } from './route.ts';
import { createRouter, type RouteMatch } from './router.ts';
import { restRoutes } from './routes.data.ts';

/** Answers REST requests by the route table; what has no route is a counted 404. */
export function createRestAnswerer(emulator: Emulator) {
  const router = createRouter(restRoutes);
  return async function answerRest(incoming: Incoming, path: string): Promise<Outgoing> {
    const opened = openExchange(emulator, incoming, 'rest');
    const gate = passGate(opened);
    if (gate.kind === 'closed') return closeExchange(opened, gate.charged);
    const match = router.find(path, incoming.method === 'HEAD' ? 'GET' : incoming.method);
    const operation = `${incoming.method} ${match?.template ?? path}`;
    const resource = match?.route.resource ?? 'core';
    const exchange = signExchange(opened, gate.viewer, { resource, operation });
    return spend(exchange, { isFree: match?.route.isFree ?? false }, () =>
      match === undefined
        ? answerUnserved(exchange, operation)
        : answerRoute(exchange, match, { path, apiVersion: gate.apiVersion }),
    );
  };
}

function answerUnserved(exchange: SignedExchange, operation: string): Charged {
  exchange.emulator.unserved.count(operation);
  return chargeError(exchange, notFound(), 'unserved');
}

function answerRoute(
  exchange: SignedExchange,
  match: RouteMatch,
  about: { readonly path: string; readonly apiVersion: string },
): Charged {
  const { viewer, incoming } = exchange;
  const { route } = match;
  const permissions = toAcceptedPermissions(route.needs);
  const tokenHeaders = toTokenHeaders(viewer, { scopes: route.scopes ?? '', permissions });
  const headers = { ...tokenHeaders, 'x-github-api-version-selected': about.apiVersion };
  try {
    if (!isServedMediaType(incoming.header('accept'))) throw unsupportedMediaType(exchange);
    assertCredential(route, viewer);
    const answer = resolveRoute(exchange, match, about);
    return answer.body === undefined
      ? chargeEmpty(exchange, answer, headers)
      : chargeAnswer(exchange, answer, headers, route);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const isUnserved = error.detail.headers?.['x-emulator-unserved'] !== undefined;
    return chargeError(exchange, error, isUnserved ? 'unserved' : 'refused', { docs: route.docs, headers });
  }
}

function unsupportedMediaType({ emulator, incoming }: SignedExchange): GitHubError {
  emulator.unserved.count(`accept: ${incoming.header('accept')}`);
  return new GitHubError(415, "Unsupported 'Accept' header: Must accept 'application/json'.");
}

/** Keys version 2026-03-10 no longer has anywhere. */
const removedKeys = ['has_downloads', 'use_squash_pr_title_as_default'];

function withoutRemoved(key: string, value: unknown): unknown {
  return removedKeys.includes(key) ? undefined : value;
}

function chargeAnswer(
  exchange: SignedExchange,
  answer: RestAnswer,
  headers: Record<string, string>,
  { isFree = false }: Pick<Route, 'isFree'>,
): Charged {
  const { emulator, incoming, viewer } = exchange;
  const isOldest = headers['x-github-api-version-selected'] === '2022-11-28';
  const body = isOldest ? JSON.stringify(answer.body) : JSON.stringify(answer.body, withoutRemoved);
  const etag = makeEtag(body, viewer, emulator.settings.constants.etagDiffersPerCredential);
  const isCached = answer.status === undefined && isUnchanged(incoming, etag, answer.updatedAt);
  const points = isFree || isCached ? 0 : 1;
  const outgoing: Outgoing = {
    status: isCached ? 304 : (answer.status ?? 200),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      'cache-control':
        viewer.kind === 'anonymous' ? 'public, max-age=60, s-maxage=60' : 'private, max-age=60, s-maxage=60',
      etag,
      ...toLastModified(answer),
      ...headers,
      ...answer.headers,
      ...chargePrimary(exchange, points),
    },
    body,
  };
  return {
    outgoing,
    outcome: isCached ? 'not-modified' : outcomeOf(outgoing.status),
    points,
    cpuSeconds: restCpuSeconds(emulator.settings.constants, answer.items),
    nodes: answer.items,
  };
}

function toLastModified({ updatedAt }: RestAnswer): Record<string, string> {
  return updatedAt === undefined ? {} : { 'last-modified': new Date(updatedAt).toUTCString() };
}

/** 204: done, and nothing to say. */
function chargeEmpty(
  exchange: SignedExchange,
  { status = 204 }: Pick<RestAnswer, 'status'>,
  headers: Record<string, string>,
): Charged {
  const outgoing: Outgoing = { status, headers: { ...headers, ...chargePrimary(exchange, 1) }, body: '' };
  const cpuSeconds = restCpuSeconds(exchange.emulator.settings.constants, 0);
  return { ...uncharged(outgoing, 'served'), points: 1, cpuSeconds };
}

function chargeError(
  exchange: SignedExchange,
  error: GitHubError,
  outcome: Outcome,
  about: { readonly docs?: string; readonly headers?: Record<string, string> } = {},
): Charged {
  const headers = { ...about.headers, ...error.detail.headers, ...chargePrimary(exchange, 1) };
  const outgoing = jsonAnswer(error.status, toErrorBody(error, about.docs), headers);
  const cpuSeconds = restCpuSeconds(exchange.emulator.settings.constants, 0);
  return { ...uncharged(outgoing, outcome), points: 1, cpuSeconds };
}

function chargePrimary(
  { emulator, owner, resource }: SignedExchange,
  points: number,
): Record<string, string> {
  return emulator.settings.hasLimits ? toRateHeaders(emulator.primary.charge(owner, resource, points)) : {};
}

function outcomeOf(status: number): Outcome {
  return status >= 300 && status < 400 ? 'redirected' : 'served';
}
