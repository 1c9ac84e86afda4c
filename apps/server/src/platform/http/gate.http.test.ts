import { describe, expect, test } from 'vitest';
import { toCsrfToken } from './csrf-token.ts';
import { oddContentTypes } from './testing/odd-content-types.data.ts';
import {
  handle,
  handleAnyone,
  type RawAnswer,
  sendRaw,
  startTestServer,
  testRoutes,
} from './testing/start-test-server.ts';

const written: string[] = [];
const note = (text: string) => {
  written.push(text);
  return { text };
};

const server = await startTestServer({
  routes: [
    handleAnyone(testRoutes.open, () => ({ text: 'open' })),
    handle(testRoutes.own, () => ({ text: 'own' })),
    handle(testRoutes.led, () => ({ text: 'led' })),
    handle(testRoutes.ruled, () => ({ text: 'ruled' })),
    handle(testRoutes.thing, ({ params }) => ({ text: String(params.id) })),
    handle(testRoutes.write, ({ body }) => note(body.text)),
    handle(testRoutes.remove, () => note('removed')),
    handle(testRoutes.ruledWrite, ({ body }) => note(body.text)),
    handle(testRoutes.keyed, ({ reader }) => ({ text: reader.sessionId })),
    handle(testRoutes.keyedWrite, ({ body }) => note(body.text)),
    handleAnyone(testRoutes.enter, ({ body }) => note(body.name)),
  ],
});
const { port } = server;
const host = `127.0.0.1:${port}`;
const json = { 'content-type': 'application/json' };
const as = (token: string) => ({ cookie: `test=${token}`, 'x-csrf-token': toCsrfToken(token) });
const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  sendRaw(port, { path, headers: { host, ...headers } });
const codeOf = ({ text }: RawAnswer): string => (JSON.parse(text) as { code: string }).code;

describe('a policy', () => {
  test.each([
    ['open', undefined, 200],
    ['own', undefined, 401],
    ['led', undefined, 401],
    ['ruled', undefined, 401],
    ['own', 'member', 200],
    ['led', 'member', 404],
    ['ruled', 'member', 404],
    ['led', 'manager', 200],
    ['ruled', 'manager', 404],
    ['ruled', 'administrator', 200],
    ['own', 'no session', 401],
  ])('of %s for %s answers %i', async (path, token, status) => {
    const answer = await get(`/api/${path}`, token === undefined ? {} : as(token));

    expect(answer.status).toBe(status);
  });

  test('that refuses a reader answers like an address where nothing is', async () => {
    const [refused, absent, impossible, wrongMethod] = [
      await get('/api/ruled', as('member')),
      await get('/api/nothing-of-the-kind', as('member')),
      await get('/api/things/x', as('member')),
      await sendRaw(port, { method: 'POST', path: '/api/own', headers: { host, ...as('member') } }),
    ];

    for (const other of [absent, impossible, wrongMethod]) {
      expect(other.status).toBe(refused.status);
      expect(other.text).toBe(refused.text);
      expect(Object.keys(other.headers)).toEqual(Object.keys(refused.headers));
    }
  });

  test('is asked before the body is read', async () => {
    const send = (headers: Record<string, string>) =>
      sendRaw(port, { method: 'PUT', path: '/api/ruled', headers: { host, ...headers } }, '{broken');

    expect((await send({ 'content-type': 'text/plain' })).status).toBe(401);
    expect((await send({ 'content-type': 'text/plain', ...as('member') })).status).toBe(404);
  });
});

describe('a host', () => {
  test.each(['evil.example', `evil.example:80`, '127.0.0.1.evil.example', 'localhost.'])(
    'of the name %j is not answered, whoever asks',
    async (name) => {
      const answer = await sendRaw(port, { path: '/api/own', headers: { ...as('member'), host: name } });

      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('own"');
    },
  );

  test('that is missing is not answered', async () => {
    const answer = await sendRaw(port, { path: '/api/own', setHost: false, headers: as('member') });

    expect(answer.status).toBe(400);
  });

  test('is also checked for pages, so that no foreign name shows them', async () => {
    const answer = await sendRaw(port, { path: '/people', headers: { host: 'evil.example' } });

    expect(answer.status).toBe(404);
  });

  test('may be a forwarded port', async () => {
    const answer = await sendRaw(port, {
      path: '/api/own',
      headers: { ...as('member'), host: 'localhost:9000' },
    });

    expect(answer.status).toBe(200);
  });
});

describe('a request from another page changes nothing', () => {
  const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
  const token = toCsrfToken('member');

  test.each<[string, Record<string, string>]>([
    ['without a token', own],
    ['with an empty token', { ...own, 'x-csrf-token': '' }],
    ['with a token of another session', { ...own, 'x-csrf-token': toCsrfToken('manager') }],
    ['with the session’s own text as token', { ...own, 'x-csrf-token': 'member' }],
    [
      'from another site',
      { 'x-csrf-token': token, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'from a sibling',
      { 'x-csrf-token': token, origin: 'https://a.example.com', 'sec-fetch-site': 'same-site' },
    ],
    ['from nowhere', { 'x-csrf-token': token, origin: 'null' }],
    ['by another port', { 'x-csrf-token': token, origin: 'http://127.0.0.1:1' }],
    ['by its site alone', { 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' }],
    ['by its origin alone', { 'x-csrf-token': token, origin: 'https://evil.example' }],
    ['as a navigation', { 'x-csrf-token': token, 'sec-fetch-site': 'none' }],
  ])('%s', async (_, headers) => {
    const before = written.length;
    const cookie = 'test=member';

    const answers = [
      await sendRaw(
        port,
        { method: 'POST', path: '/api/write', headers: { host, cookie, ...json, ...headers } },
        '{"text":"x"}',
      ),
      await sendRaw(port, { method: 'DELETE', path: '/api/write', headers: { host, cookie, ...headers } }),
    ];

    expect(answers.map(codeOf)).toEqual(['csrf-refused', 'csrf-refused']);
    expect(written.length).toBe(before);
  });

  test.each<[string, Record<string, string>]>([
    ['without any cookie', own],
    ['with a token of a cookie it has not', { ...own, 'x-csrf-token': toCsrfToken('visitor') }],
    ['with a cookie and no token', { ...own, cookie: 'test-visitor=visitor' }],
  ])('on the way in: %s', async (_, headers) => {
    const answer = await sendRaw(
      port,
      { method: 'POST', path: '/api/enter', headers: { host, ...json, ...headers } },
      '{"name":"x"}',
    );

    expect(codeOf(answer)).toBe('csrf-refused');
  });

  test('and our own may', async () => {
    const headers = { host, ...json, ...as('member'), ...own };

    const answer = await sendRaw(port, { method: 'POST', path: '/api/write', headers }, '{"text":"x"}');

    expect(answer.status).toBe(200);
  });

  test('nor does reading', async () => {
    const before = written.length;

    const answers = [
      await get('/api/write', as('member')),
      await sendRaw(port, { method: 'HEAD', path: '/api/write', headers: { host, ...as('member') } }),
      await sendRaw(port, { method: 'OPTIONS', path: '/api/write', headers: { host, ...as('member') } }),
      await sendRaw(port, { method: 'TRACE', path: '/api/own', headers: { host, ...as('member') } }),
      await get('/api/write?_method=POST', { ...as('member'), 'x-http-method-override': 'POST' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(written.length).toBe(before);
  });
});

describe('a body', () => {
  const post = (headers: Record<string, string>, body: string | Buffer): Promise<RawAnswer> =>
    sendRaw(
      port,
      { method: 'POST', path: '/api/write', headers: { host, ...as('member'), ...headers } },
      body,
    );

  test('is read as JSON', async () => {
    expect(JSON.parse((await post(json, '{"text":"heard"}')).text)).toEqual({ text: 'heard' });
  });

  test.each(
    oddContentTypes.filter((type) => type.trim() !== 'application/json' && !/[^\x20-\x7e\t]/.test(type)),
  )('is not read under the name %j', async (type) => {
    const before = written.length;

    const answer = await post({ 'content-type': type }, '{"text":"x"}');

    expect([answer.status, codeOf(answer)]).toEqual([415, 'content-type-unsupported']);
    expect(written.length).toBe(before);
  });

  test.each(['gzip', 'identity', 'br'])('is not unpacked (%s)', async (encoding) => {
    expect((await post({ ...json, 'content-encoding': encoding }, '{"text":"x"}')).status).toBe(415);
  });

  test.each([
    ['{broken', 422],
    ['', 422],
    ['null', 422],
    ['"text"', 422],
    ['[]', 422],
    ['{"text":1}', 422],
    ['{"text":"x","more":["1"]}', 422],
    ['{"text":"x","isAdministrator":true}', 422],
    ['{"text":"x","__proto__":{"isAdministrator":true}}', 422],
    ['{"text":"x","constructor":{"prototype":{"isAdministrator":true}}}', 422],
    ['{"text":"x","more":[1e999]}', 422],
    [`{"text":"x","more":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422],
    [Buffer.from([0x7b, 0x22, 0xff, 0xfe]), 422],
  ])('%.60s is answered %i', async (body, status) => {
    const before = written.length;

    const answer = await post(json, body);

    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe('input-invalid');
    expect(written.length).toBe(before);
  });

  test('is limited, announced or not', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });

    const announced = await post(json, big);
    const chunked = await post({ ...json, 'transfer-encoding': 'chunked' }, big);

    expect([codeOf(announced), codeOf(chunked)]).toEqual(['body-too-large', 'body-too-large']);
  });

  test('may be absent where none is declared', async () => {
    const headers = { host, ...as('member') };

    const bare = await sendRaw(port, { method: 'DELETE', path: '/api/write', headers });
    const named = await sendRaw(port, {
      method: 'DELETE',
      path: '/api/write',
      headers: { ...headers, ...json },
    });
    const empty = await sendRaw(
      port,
      { method: 'DELETE', path: '/api/write', headers: { ...headers, ...json } },
      '{}',
    );
    const full = await sendRaw(
      port,
      { method: 'DELETE', path: '/api/write', headers: { ...headers, ...json } },
      '{"a":1}',
    );

    expect([bare.status, named.status, empty.status, full.status]).toEqual([200, 200, 200, 422]);
  });
});

describe('a key', () => {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  test.each([
    ['its scope names it', 'GET keyed tl_read_manager', 200, 'none'],
    ['the role may not, whatever the scope', 'GET keyed tl_sync_member', 404, 'not-found'],
    ['no scope names it', 'GET led tl_sync_administrator', 403, 'key-not-allowed'],
    ['anyone may, and no scope names it', 'GET open tl_sync_administrator', 403, 'key-not-allowed'],
    ['nobody has it', 'GET keyed tl_nobody', 401, 'key-invalid'],
    ['nobody has it, and anyone may', 'GET open tl_nobody', 401, 'key-invalid'],
    ['it is a session’s token', 'GET keyed administrator', 401, 'key-invalid'],
    ['it is empty', 'GET keyed ', 401, 'key-invalid'],
  ])('where %s: %s is answered %i %s', async (_, asked, ...expected) => {
    const [, path, key = ''] = asked.split(' ');

    const answer = await get(`/api/${path}`, bearer(key));

    expect([answer.status, answer.status === 200 ? 'none' : codeOf(answer)]).toEqual(expected);
  });

  test('is refused beside a session, and does nothing', async () => {
    const before = written.length;
    const headers = { host, ...json, ...as('administrator'), ...bearer('tl_sync_administrator') };

    const answer = await sendRaw(port, { method: 'POST', path: '/api/keyed', headers }, '{"text":"x"}');

    expect([answer.status, codeOf(answer)]).toEqual([400, 'key-beside-session']);
    expect(written.length).toBe(before);
  });

  test('changes what its scope names without a CSRF token', async () => {
    const send = (key: string) =>
      sendRaw(
        port,
        { method: 'POST', path: '/api/keyed', headers: { host, ...json, ...bearer(key) } },
        '{"text":"by key"}',
      );

    const [may, mayNot] = [await send('tl_sync_member'), await send('tl_read_administrator')];

    expect(may.status).toBe(200);
    expect(codeOf(mayNot)).toBe('key-not-allowed');
    expect(JSON.parse(mayNot.text).message).toContain('scope sync');
  });

  test('does not speak under a foreign name', async () => {
    const headers = { host: 'evil.example', ...bearer('tl_read_manager') };

    expect((await sendRaw(port, { path: '/api/keyed', headers })).status).toBe(404);
  });
});
