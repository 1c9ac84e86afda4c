import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createGitHubClient, type GitHubClientOptions } from '../client/create-github-client.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { openGate } from '../quota/quota-gate.ts';
import { clock, hurriedPacer } from './start-github.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Answering {
  readonly requests: string[];
  /** From now on this is answered. */
  answer(handler: Handler): void;
  connect(options?: Partial<GitHubClientOptions>): GitHubClient;
}

/** A server that answers whatever the test wants, and clients that take it for a GitHub. */
export async function startAnswering(first: Handler): Promise<Answering> {
  let handler = first;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    requests,
    answer: (next) => {
      handler = next;
    },
    connect: (more = {}) =>
      createGitHubClient({
        urls: {
          kind: 'demo',
          webUrl: origin,
          restUrl: `${origin}/api/v3`,
          graphqlUrl: `${origin}/api/graphql`,
        },
        token: 'ghp_test',
        fetch: (url, request) => fetch(url, request as RequestInit),
        userAgent: 'throughline-test',
        quota: openGate,
        lane: 'person',
        clock,
        pacer: hurriedPacer(),
        maxSleepMs: 200,
        ...more,
      }),
  };
}

/** Answers JSON as GitHub does. */
export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) =>
    void response
      .writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'x-github-request-id': 'AB:1',
        ...headers,
      })
      .end(JSON.stringify(body));
