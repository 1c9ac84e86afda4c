import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What may answer at an address in place of Throughline. */
const answers = {
  'a page of HTML': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in first</h1>'),
  'a gateway’s failure': (_, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  'a redirect': (_, response) =>
    response.writeHead(302, { location: 'https://login.example.com/' }).end('moved'),
  'another program’s JSON': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello":"world"}'),
} as const satisfies Readonly<Record<string, RequestListener>>;

export type Impostor = keyof typeof answers;

/** Starts what is no Throughline, notes which keys reach it, and ends with the file's tests. */
export async function startImpostor(
  kind: Impostor,
): Promise<{ readonly origin: string; readonly keys: readonly string[] }> {
  const keys: string[] = [];
  const server = createServer((request, response) => {
    if (request.headers.authorization !== undefined) keys.push(request.headers.authorization);
    answers[kind](request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  // as: it listens on a port
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
}
