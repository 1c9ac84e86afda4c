import { classifyAnswer } from '../answers/classify-answer.ts';
import { parseObservedAt } from '../answers/limit-headers.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { HostUrls } from '../hosts.ts';
import { toFailure } from '../to-failure.ts';
import { apiVersion } from './api-version.ts';
import type { FetchFunction } from './fetch-function.ts';
import type { RestAnswer } from './github-client.ts';
import type { Clock } from './pacer.ts';

/** A host, and the way there, for the few questions that no user's or installation's token asks. */
export interface HostDoor {
  readonly urls: HostUrls;
  readonly fetch: FetchFunction;
  readonly userAgent: string;
  readonly clock: Clock;
}

export interface OneRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Whole: of the host's REST API or of its web interface. */
  readonly url: string;
  /** `bearer JWT`, `basic …`; absent for what anybody may ask. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Sends one request as an app, or as nobody: these spend no quota that is shared. Rejects with `GitHubFailure`, or the
 * reason of the aborted signal.
 */
export async function requestOnce(
  door: HostDoor,
  request: OneRequest,
  signal?: AbortSignal,
): Promise<RestAnswer> {
  const answer = await hearOnce(door, request, signal);
  const verdict = classifyAnswer(answer);
  const { status, observedAt } = answer;
  if (verdict !== undefined) throw toFailure(verdict, { status, observedAt });
  return answer;
}

/** The same, for whoever judges the answer themselves: rejects only where there is none. */
export async function hearOnce(
  { userAgent, clock, ...door }: HostDoor,
  { method, url, authorization, headers: more, body }: OneRequest,
  signal?: AbortSignal,
): Promise<RestAnswer> {
  const response = await send(() =>
    door.fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': userAgent,
        'x-github-api-version': apiVersion,
        ...more,
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
      redirect: 'manual',
    }),
  );
  const headers = Object.fromEntries(response.headers);
  const answer = { status: response.status, headers, body: parseJson(await send(() => response.text())) };
  return { ...answer, observedAt: parseObservedAt(headers, clock.now()) };
}

async function send<Got>(attempt: () => Promise<Got>): Promise<Got> {
  try {
    return await attempt();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new GitHubFailure('unreachable', failureSentences.unreachable, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
}
