import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A way in which a host disappoints, and where it does so. */
export interface CanaryHost {
  readonly name: string;
  readonly address: string;
  /** It never answers: whoever asks goes away after a while. */
  readonly isSilent?: boolean;
}

const json = { 'content-type': 'application/json' };

/** What the asker sent by which it could be known. */
const readSecrets = (headers: NodeJS.Dict<string | string[]>, body: string): string =>
  `${String(headers['authorization'])} ${body}`;

const answers: readonly (readonly [name: string, RequestListener])[] = [
  [
    '401 that repeats what it was given',
    (request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        const message = `Bad credentials: ${readSecrets(request.headers, body)}`;
        response.writeHead(401, json).end(JSON.stringify({ message, error: message }));
      });
    },
  ],
  [
    '403 for single sign-on',
    (_, response) =>
      response
        .writeHead(403, { ...json, 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?a=1' })
        .end('{"message":"Resource protected by organization SAML enforcement."}'),
  ],
  [
    'a page of HTML that repeats what it was given',
    (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<h1>Sign in</h1>${readSecrets(request.headers, '')}`),
  ],
  ['a server’s failure', (_, response) => response.writeHead(500, json).end('{"message":"Server Error"}')],
  ['an answer of another shape', (_, response) => response.writeHead(200, json).end('{"login":7}')],
  [
    'a redirect elsewhere',
    (_, response) => response.writeHead(302, { location: 'https://example.com/' }).end(),
  ],
  ['a connection that breaks', (request) => request.socket.destroy()],
];

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  // as: a server that listens on TCP has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Hosts that disappoint, each in its way; they end with the file's tests. */
export async function startCanaryHosts(): Promise<readonly CanaryHost[]> {
  const answering = await Promise.all(
    answers.map(async ([name, listener]) => ({ name, address: await listen(listener) })),
  );
  const silent = await listen(() => undefined);
  return [
    ...answering,
    // It speaks HTTP where TLS is spoken: no certificate to be proved.
    { name: 'no certificate', address: (await listen(() => undefined)).replace('http:', 'https:') },
    { name: 'nobody there', address: 'http://127.0.0.1:9' },
    { name: 'silence', address: silent, isSilent: true },
  ];
}
