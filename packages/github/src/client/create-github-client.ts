import { Octokit } from '@octokit/core';
import { parseObservedAt } from '../answers/limit-headers.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import { createHostSchema, type HostSchema } from '../graphql/host-schema.ts';
import type { HostUrls } from '../hosts.ts';
import type { QuotaGate, QuotaLane } from '../quota/quota-gate.ts';
import type { FetchFunction } from './fetch-function.ts';
import type { GitHubClient, GraphqlAnswer, RestAnswer } from './github-client.ts';
import { type Clock, createPacer, type Pacer } from './pacer.ts';
import { createQuotaPlugin } from './quota-plugin.ts';
import { findAnswer } from './to-answer.ts';
import { toTokenKind } from './to-token-kind.ts';

export interface GitHubClientOptions {
  readonly urls: HostUrls;
  readonly token: string;
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

/** Sent with every request, so that a new default of GitHub's changes nothing unseen. */
const apiVersion = '2022-11-28';
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
    tokenKind: toTokenKind(options.token),
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
  octokit.hook.before('request', (request) => {
    request.headers['authorization'] = `bearer ${token}`;
    request.headers['x-github-api-version'] = apiVersion;
  });
  return octokit;
}

const isGraphqlBody = (body: unknown): body is { readonly data?: unknown; readonly errors?: unknown } =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
