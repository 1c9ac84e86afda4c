import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from './platform/configuration/index.ts';
import type { Refusal } from './refusal.ts';
import { refusalPolicy, toRefusalPage } from './refusal-page.ts';

const againInSeconds = 5;

const answer = (refusal: Refusal, request: IncomingMessage, response: ServerResponse): void => {
  const isApi = request.url?.startsWith('/api/') === true;
  response.writeHead(503, {
    'content-type': isApi ? 'application/json' : 'text/html; charset=utf-8',
    'content-security-policy': refusalPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': String(againInSeconds),
    connection: 'close',
  });
  const { code, message } = refusal;
  response.end(isApi ? JSON.stringify({ code, message }) : toRefusalPage(refusal, againInSeconds));
};

const listen = async (server: Server, { host, port }: Configuration): Promise<void> => {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    console.error(`The reason is also on http://${address.address}:${address.port}`);
  }
};

/** Says why the start is refused, here and on every page of the program's address, until it is time to try again. */
export const serveRefusal = async (
  refusal: Refusal,
  configuration: Configuration,
  stopped: Promise<void>,
): Promise<void> => {
  console.error(`Throughline cannot start (${refusal.code}): ${refusal.message}`);
  const server = createServer((request, response) => answer(refusal, request, response));
  // With the port taken as well there is no page; the terminal has the reason.
  await listen(server, configuration).catch(() => undefined);
  await Promise.race([sleep(againInSeconds * 1000), stopped]);
  server.close();
  server.closeAllConnections();
};
