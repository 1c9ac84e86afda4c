import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { GitHubFailure } from '../github-failure.ts';
import { inspectToken } from '../inspect-token/inspect-token.ts';
import { QuotaWait } from '../quota/quota-wait.ts';
import { readPullRequestsPage } from '../reads/read-pull-requests-page.ts';
import { type Handler, json, startAnswering } from '../testing/start-answering.ts';
import type { Clock } from './pacer.ts';
import { createPacer } from './pacer.ts';

const html: Handler = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');

const viewer = { query: 'query viewer { viewer { login } }', variables: {}, points: 1 };
const page = { repositoryNodeId: 'R_1', pageSize: 25 };

describe('whatever answers', () => {
  test.each<[string, Handler, string]>([
    ['a sign-in page', html, 'not-github'],
    [
      'a page that is not found',
      (_request, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>'),
      'not-github',
    ],
    [
      'JSON of another product',
      (_request, response) =>
        void response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"no route"}'),
      'not-github',
    ],
    [
      'JSON under another name',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('{"login":"x"}'),
      'not-github',
    ],
    ['nothing', (_request, response) => void response.writeHead(200).end(), 'not-github'],
    [
      'half of a JSON text',
      (_request, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'x-github-request-id': '1' })
          .end('{"login":"ad'),
      'unreadable',
    ],
    [
      'a redirect elsewhere',
      (_request, response) => void response.writeHead(302, { location: 'https://evil.example/' }).end(),
      'redirect-refused',
    ],
    [
      'a permanent redirect',
      (_request, response) => void response.writeHead(301, { location: '/login' }).end(),
      'redirect-refused',
    ],
    [
      'a bad gateway in HTML',
      (_request, response) =>
        void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Unicorn'),
      'timeout',
    ],
    ['a failure', json({ message: 'Server Error' }, 500), 'server'],
    ['a closed connection', (_request, response) => void response.destroy(), 'unreachable'],
    ['a user of another shape', json({ login: 7 }), 'not-github'],
    ['a list where an object should be', json([]), 'not-github'],
  ])('with %s is told apart, and no test connection hangs on it', async (_name, handler, kind) => {
    const server = await startAnswering(handler);

    await expect(inspectToken(server.connect())).rejects.toMatchObject({ name: 'GitHubFailure', kind });

    expect(server.requests).toEqual(['GET /api/v3/user']);
  });

  test('with what is no HTTP is unreachable, and the cause is kept', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const real = await startAnswering(html);
    const address = server.address() as { port: number };
    const client = real.connect({
      fetch: (_url, request) => fetch(`http://127.0.0.1:${address.port}`, request as RequestInit),
    });

    await expect(client.getRest('/user')).rejects.toMatchObject({
      kind: 'unreachable',
      cause: expect.any(Error),
    });

    server.close();
  });

  test('is unreachable with the very error that the way out threw', async () => {
    const refusal = new Error('address refused');
    const server = await startAnswering(html);

    const failing = server.connect({ fetch: () => Promise.reject(refusal) }).getRest('/user');

    await expect(failing).rejects.toMatchObject({ kind: 'unreachable', cause: refusal });
  });
});

describe('a GraphQL answer', () => {
  test.each<[string, unknown, string]>([
    ['is no object', [], 'not-github'],
    ['has neither data nor errors', { hello: 'world' }, 'not-github'],
    [
      'has null for data and an error',
      { data: null, errors: [{ message: 'Something went wrong', type: 'INTERNAL' }] },
      'server',
    ],
    [
      'has no data and a time-out',
      {
        errors: [
          { message: 'Something went wrong while executing your query. This may be the result of a timeout' },
        ],
      },
      'timeout',
    ],
    [
      'has a query refused',
      { errors: [{ message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } }] },
      'schema-lacks-field',
    ],
    ['has data of another shape', { data: { node: { databaseId: 'x' } } }, 'unreadable'],
    [
      'has data and was cut off',
      { data: { node: null }, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: '' }] },
      'resource-limit',
    ],
    [
      'has data and a scope missing for all of it',
      { data: { node: null }, errors: [{ type: 'INSUFFICIENT_SCOPES', message: '' }] },
      'scope-missing',
    ],
  ])('that %s is a failure that says so', async (_name, body, kind) => {
    const server = await startAnswering(json(body));

    await expect(readPullRequestsPage(server.connect(), page)).rejects.toMatchObject({ kind });
  });

  test('without leave by single sign-on carries the address from the header', async () => {
    const error = {
      type: 'FORBIDDEN',
      message: 'Resource protected by organization SAML enforcement.',
      extensions: { saml_failure: true },
    };
    const server = await startAnswering(
      json({ data: null, errors: [error] }, 200, {
        'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?a=b',
      }),
    );

    await expect(readPullRequestsPage(server.connect(), page)).rejects.toMatchObject({
      kind: 'sso-required',
      ssoUrl: 'https://github.com/orgs/acme/sso?a=b',
    });
  });
});

describe('a refusal without a time', () => {
  test('is waited for a minute, then two, then four; an answer in between begins anew', async () => {
    let nowMs = Date.parse('2026-11-21T12:00:00Z');
    const moving: Clock = { now: () => new Date(nowMs) };
    const refuse = json({ message: 'You have exceeded a secondary rate limit.' }, 403);
    const server = await startAnswering(refuse);
    const client = server.connect({ clock: moving, pacer: createPacer(moving) });
    const waits: number[] = [];

    for (const handler of [refuse, refuse, refuse, json({ login: 'x' }), refuse]) {
      server.answer(handler);
      const outcome: unknown = await client.getRest('/user').catch((error: unknown) => error);
      if (outcome instanceof QuotaWait) {
        waits.push((outcome.untilAt.getTime() - nowMs) / 1000);
        nowMs = outcome.untilAt.getTime();
      }
    }

    expect(waits).toEqual([61, 121, 241, 61]);
  });

  test('inside a 200 of GraphQL is one too', async () => {
    const server = await startAnswering(
      json({
        data: null,
        errors: [{ type: 'RATE_LIMITED', message: 'You have exceeded a secondary rate limit.' }],
      }),
    );

    await expect(server.connect().postGraphql(viewer)).rejects.toMatchObject({
      name: 'QuotaWait',
      reason: 'secondary-limit',
    });
  });
});

describe('what is sent', () => {
  test('names us, the version of the interface, and the token as a bearer', async () => {
    const headers: Record<string, unknown>[] = [];
    const server = await startAnswering((request, response) => {
      headers.push(request.headers);
      json({ data: {} })(request, response);
    });

    await server.connect().postGraphql(viewer);
    await server.connect().getRest('/orgs/{org}', { org: 'a/b c' });

    expect(headers[0]).toMatchObject({
      authorization: 'bearer ghp_test',
      'x-github-api-version': '2022-11-28',
      'user-agent': expect.stringContaining('throughline-test'),
    });
    expect(server.requests).toEqual(['POST /api/graphql', 'GET /api/v3/orgs/a%2Fb%20c']);
  });

  test('is not found in any failure', async () => {
    const server = await startAnswering(json({ message: 'Bad credentials' }, 401));

    const failure: unknown = await server
      .connect()
      .getRest('/user')
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(GitHubFailure);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('ghp_test');
  });
});
