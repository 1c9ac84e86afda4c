import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as NetServer } from 'node:net';
import { makeSelfSigned } from '@throughline/github-emulator/own-authority.ts';
import { afterAll } from 'vitest';

export interface ForeignHosts {
  /** Nothing listens there. */
  readonly silent: string;
  /** Somebody's sign-in page. */
  readonly page: string;
  /** It shows a certificate that it signed itself. */
  readonly selfSigned: string;
}

/** Addresses on this machine at which no GitHub is. */
export async function startForeignHosts(): Promise<ForeignHosts> {
  const page = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<title>Sign in</title>');
  });
  const gone = createServer();
  const [pageOrigin, silent] = [await listen(page), await listen(gone)];
  await new Promise((resolve) => gone.close(resolve));
  afterAll(() => page.close());
  return { silent, page: pageOrigin, selfSigned: await startSelfSigned() };
}

async function listen(server: NetServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function startSelfSigned(): Promise<string> {
  const server = createTlsServer({ ...(await makeSelfSigned()) });
  afterAll(() => server.close());
  return (await listen(server)).replace('http:', 'https:');
}
