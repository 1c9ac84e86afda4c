import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hosts that answer, and are no GitHub. */
export interface OddHosts {
  /** Answers everything with a page, as a proxy's own sign-in does. */
  readonly html: { readonly origin: string };
  /** Sends everybody on to another place. */
  readonly redirect: { readonly origin: string };
  readonly close: () => void;
}

export async function startOddHosts(): Promise<OddHosts> {
  const html = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in to the proxy</title>');
  });
  const redirect = await listen((_, response) => {
    response.writeHead(302, { location: `${toOrigin(html)}/elsewhere` }).end();
  });
  return {
    html: { origin: toOrigin(html) },
    redirect: { origin: toOrigin(redirect) },
    close: () => {
      html.close();
      redirect.close();
    },
  };
}

async function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

// as: a server that listens on TCP has such an address.
const toOrigin = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
