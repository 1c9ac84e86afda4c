import { Octokit } from '@octokit/core';
import { parseObservedAt } from '../answers/limit-headers.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import { createHostSchema, type HostSchema } from '../graphql/host-schema.ts';
import type { HostUrls } from '../hosts.ts';
import type { QuotaGate, QuotaLane } from '../quota/quota-gate.ts';
import { apiVersion } from './api-version.ts';
import type { FetchFunction } from './fetch-function.ts';
import type { GitHubClient, GraphqlAnswer, RestAnswer } from './github-client.ts';
import { type Clock, createPacer, type Pacer } from './pacer.ts';
import { createQuotaPlugin } from './quota-plugin.ts';
import { type RenewedToken, toTokenSource } from './renewed-token.ts';
import { findAnswer } from './to-answer.ts';

export interface GitHubClientOptions {
  readonly urls: HostUrls;
  /** One for good, or one that is made anew ahead of its end. */
  readonly token: string | RenewedToken;
  readonly fetch: FetchFunction;
  readonly userAgent: string;
  readonly quota: QuotaGate;
  readonly lane: QuotaLane;
  readonly clock: Clock;
  /** One for all clients of a bucket owner in this process; default: one for this client alone. */
  readonly pacer?: Pacer;
  /** One for all clients of a host in this process; default: one for this client alone. */
  readonly schema?: HostSchema;
  /** Default 5,000. */
  readonly maxSleepMs?: number;
  readonly signal?: AbortSignal;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A client is cheap: make one for each job, with that job's lane and signal, and share the pacer. */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { urls, clock, schema = createHostSchema() } = options;
  const octokit = createOctokit(options);

  const toRestAnswer = (outcome: unknown): RestAnswer => {
    const answer = findAnswer(outcome);
    if (answer === undefined) throw new GitHubFailure('unreadable', failureSentences.unreadable);
    return { ...answer, observedAt: parseObservedAt(answer.headers, clock.now()) };
  };

  return {
    urls,
    schema,
    tokenKind: toTokenSource(options.token).kind,
    async getRest(path, parameters = {}) {
      return toRestAnswer(await octokit.request(`GET ${path}`, { ...parameters }));
    },
    async postGraphql({ query, variables, points }): Promise<GraphqlAnswer> {
      const sent = octokit.request({
        method: 'POST',
        url: urls.graphqlUrl,
        query,
        variables,
        request: { points },
      });
      const { body, headers, observedAt } = toRestAnswer(await sent);
      if (!isGraphqlBody(body)) throw new GitHubFailure('not-github', failureSentences['not-github']);
      return { data: body.data, errors: body.errors, headers, observedAt };
    },
  };
}

function createOctokit({ urls, token, fetch, userAgent, ...options }: GitHubClientOptions): Octokit {
  const { quota, lane, clock, signal, maxSleepMs = 5000, pacer = createPacer(clock) } = options;
  const plugin = createQuotaPlugin({
    quota,
    pacer,
    clock,
    lane,
    graphqlUrl: urls.graphqlUrl,
    maxSleepMs,
    signal,
  });
  const octokit = new (Octokit.plugin(plugin))({
    baseUrl: urls.restUrl,
    userAgent,
    log: silent,
    request: {
      fetch,
      redirect: 'manual',
      log: silent,
      parseSuccessResponseBody: false,
      ...(signal !== undefined && { signal }),
    },
  });
  const source = toTokenSource(token);
  octokit.hook.wrap('request', async (send, options) => {
    options.headers['x-github-api-version'] = apiVersion;
    const sendWith = (held: string) => {
      options.headers['authorization'] = `bearer ${held}`;
      return send(options);
    };
    const held = await source.get();
    try {
      return await sendWith(held);
    } catch (error) {
      const isRefused = error instanceof GitHubFailure && error.kind === 'not-signed-in';
      if (!isRefused || source.refuse === undefined) throw error;
      source.refuse(held);
      return sendWith(await source.get());
    }
  });
  return octokit;
}

const isGraphqlBody = (body: unknown): body is { readonly data?: unknown; readonly errors?: unknown } =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
