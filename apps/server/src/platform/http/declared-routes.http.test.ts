import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { type Declaration, guardRoutes } from './declared-routes.ts';
import {
  handle,
  handleAnyone,
  handleStream,
  startTestServer,
  testRoutes,
} from './testing/start-test-server.ts';

const declaration: Declaration = {
  id: 'x',
  policy: 'signed-in',
  keyScopes: [],
  kind: 'answer',
  isAnyHostAllowed: false,
};

describe('a server does not start with', () => {
  test('a route without a policy', () => {
    const server = fastify();
    guardRoutes(server);

    expect(() => server.get('/x', () => 'x')).toThrow('GET /x has no declared policy');
  });

  test('a route whose policy was made up beside the guard', () => {
    const server = fastify();
    guardRoutes(server);

    expect(() => server.get('/x', { config: { declaration } }, () => 'x')).toThrow('no declared policy');
  });

  test('a plug-in that brings a route', async () => {
    const server = fastify();
    guardRoutes(server);
    server.register(async (inner) => {
      inner.get('/x', () => 'x');
    });

    await expect(server.ready()).rejects.toThrow('GET /x has no declared policy');
  });

  test('the same route twice', async () => {
    const twice = startTestServer({
      routes: [handle(testRoutes.own, () => ({ text: '1' })), handle(testRoutes.own, () => ({ text: '2' }))],
    });

    await expect(twice).rejects.toThrow(/already declared/);
  });
});

test('a server tells every address it answers, with its policy', async () => {
  const server = await startTestServer({
    routes: [
      handle(testRoutes.own, () => ({ text: '' })),
      handleAnyone(testRoutes.enter, () => ({ text: '' })),
    ],
  });

  expect(server.routes.map(({ method, path, policy }) => [method, path, policy])).toEqual([
    ['GET', '/api/own', 'signed-in'],
    ['POST', '/api/enter', 'anyone'],
    ['GET', '/*', 'anyone'],
    ['HEAD', '/*', 'anyone'],
  ]);
});

describe('a handler', () => {
  test('that expects a reader is not given to a route for anyone, nor the other way round', () => {
    expect(() => handle(testRoutes.open, () => ({ text: '' }))).toThrow('answer it by handleAnyone');
    expect(() => handleAnyone(testRoutes.own, () => ({ text: '' }))).toThrow('answer it by handle');
    expect(() => handleStream(testRoutes.open, 'x', async function* () {})).toThrow('open');
  });
});
