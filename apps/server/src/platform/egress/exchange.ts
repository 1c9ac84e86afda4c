import { type Agent, type Dispatcher, request as undiciRequest } from 'undici';
import { defaultMaxBytes } from './egress-policy.ts';
import { judgeRedirect } from './judge-redirect.ts';
import { toNetworkFailure, toTooLarge, toTooSlow } from './network-failure.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

/** What of a request is looked at; `redirect` and the rest of `fetch`'s options are not. */
export interface EgressRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

interface Exchange {
  readonly target: URL;
  readonly request: EgressRequest;
  readonly agent: Agent;
  readonly maxBytes: number | undefined;
}

/** However slowly an answer trickles, it has ended by then. */
const totalTimeoutMs = 120_000;

/** One request, and the few that GitHub's own redirects on the same host ask for. */
export async function exchange({
  target,
  request,
  agent,
  maxBytes = defaultMaxBytes,
}: Exchange): Promise<Response> {
  const deadline = AbortSignal.timeout(totalTimeoutMs);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]);
  try {
    return await follow(target, request, { agent, signal, maxBytes });
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    if (deadline.aborted) throw toTooSlow(target.host, totalTimeoutMs / 1000);
    if (error instanceof BodyTooLarge) throw toTooLarge(target.host, maxBytes);
    throw toNetworkFailure(error, target.host);
  }
}

interface Means {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

async function follow(
  target: URL,
  request: EgressRequest,
  { agent, signal, maxBytes }: Means,
): Promise<Response> {
  const method = request.method ?? 'GET';
  let url = target;
  for (let hop = 0; ; hop += 1) {
    const answer = await undiciRequest(url, {
      method,
      headers: { 'accept-encoding': 'gzip, br', ...request.headers },
      body: request.body ?? null,
      signal,
      dispatcher: agent,
    });
    const location = toText(answer.headers['location']);
    const verdict = judgeRedirect({ status: answer.statusCode, location, from: url, method, hop });
    if (verdict.kind === 'final') return toWholeResponse(answer, url, maxBytes);
    await answer.body.dump();
    if (verdict.kind === 'refused') throw verdict.error;
    url = verdict.to;
  }
}

/** A `Response` that needs the network no more. */
async function toWholeResponse(
  answer: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
): Promise<Response> {
  const body = await readBody(answer.body, toText(answer.headers['content-encoding']), maxBytes);
  const isBodiless = bodilessStatuses.has(answer.statusCode);
  const response = new Response(isBodiless ? null : new Uint8Array(body), {
    status: answer.statusCode,
    headers: toHeaders(answer.headers),
  });
  return Object.defineProperty(response, 'url', { value: url.href });
}

/** True of the bytes on the wire, not of what we hand on. */
const bodyHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding']);
const bodilessStatuses = new Set([204, 205, 304]);

function toHeaders(received: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    if (value === undefined || bodyHeaders.has(name)) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  return headers;
}

const toText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;
