import { OperationTypeNode } from 'graphql';
import type { Emulator } from '../emulator.ts';
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
import { type Incoming, jsonAnswer, type Outgoing } from '../http/message.ts';
import { toRateHeaders, toTokenHeaders } from '../http/response-headers.ts';
import { spend } from '../http/spend.ts';
import { formatError } from './format-errors.ts';
import type { ParsedRequest } from './parse-request.ts';
import { runQuery } from './run-query.ts';

const docs = 'graphql/guides/forming-calls-with-graphql#authenticating-with-graphql';

/** Answers one posted query; GraphQL always needs a token. */
export async function answerGraphql(emulator: Emulator, incoming: Incoming): Promise<Outgoing> {
  const opened = openExchange(emulator, incoming, 'graphql');
  const gate = passGate(opened);
  if (gate.kind === 'closed') return closeExchange(opened, gate.charged);
  const { viewer } = gate;
  if (viewer.kind !== 'token') return closeExchange(opened, refuse(unauthenticated()));
  if (incoming.method !== 'POST') return closeExchange(opened, refuse(notFound()));
  const parsed = emulator.parseRequest(incoming.body);
  const operation = nameOf(parsed);
  const exchange = { ...signExchange(opened, viewer, { resource: 'graphql', operation }), viewer };
  const outgoing = await spend(exchange, { isFree: false }, (partial) => {
    if (parsed.kind === 'operation') return runOrRefuse({ ...exchange, partial }, parsed);
    return refuseParsed(exchange, parsed);
  });
  const headers = { ...toTokenHeaders(viewer, { scopes: 'repo', permissions: '' }), ...outgoing.headers };
  return { ...outgoing, headers };
}

function runOrRefuse(
  exchange: Parameters<typeof runQuery>[0],
  parsed: Extract<ParsedRequest, { kind: 'operation' }>,
): Charged | Promise<Charged> {
  if (parsed.operation.operation === OperationTypeNode.QUERY)
    return runQuery(exchange, exchange.emulator.schema, parsed);
  exchange.emulator.unserved.count(parsed.operation.operation);
  const message = `A ${parsed.operation.operation} is not emulated.`;
  return uncharged(jsonAnswer(200, { errors: [{ type: 'EMULATOR_UNSERVED', message }] }), 'unserved');
}

function refuseParsed(
  { emulator, owner }: SignedExchange,
  parsed: Exclude<ParsedRequest, { kind: 'operation' }>,
): Charged {
  if (parsed.kind === 'malformed')
    return refuse(new GitHubError(400, parsed.message, { documentation: 'graphql' }));
  const headers = emulator.settings.hasLimits ? toRateHeaders(emulator.primary.read(owner, 'graphql')) : {};
  return uncharged(jsonAnswer(200, { errors: parsed.errors.map(formatError) }, headers), 'refused');
}

function refuse(error: GitHubError): Charged {
  return uncharged(jsonAnswer(error.status, toErrorBody(error, 'graphql')), 'refused');
}

function unauthenticated(): GitHubError {
  return new GitHubError(401, 'This endpoint requires you to be authenticated.', { documentation: docs });
}

function nameOf(parsed: ParsedRequest): string {
  if (parsed.kind !== 'operation') return `query: ${parsed.kind}`;
  const { operation } = parsed;
  return operation.name === undefined ? `anonymous ${operation.operation}` : operation.name.value;
}
