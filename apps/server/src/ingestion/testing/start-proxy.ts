import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A question on its way to GitHub. */
export interface Passing {
  readonly path: string;
  readonly body: string;
  /** The operation's name, when it is GraphQL: `pullRequestsPage`. */
  readonly operation: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer given in GitHub's place. */
export interface Instead {
  /** 0 breaks the connection instead of answering. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Proxy {
  readonly origin: string;
  /** What passed, in order. */
  readonly passed: Passing[];
  /** Where questions go; may be changed to a GitHub of another day. */
  target: string;
  /** Answers in GitHub's place; undefined lets a question pass. A promise holds it up. */
  intercept: (passing: Passing) => Instead | undefined | Promise<Instead | undefined>;
  /** Changes GitHub's answer on the way back. */
  change: (passing: Passing, body: string) => string;
  close(): Promise<void>;
}

/** Stands between us and an emulated GitHub, and can be told to misbehave. */
export async function startProxy(target: string): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    answer(proxy, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: Proxy = {
    origin: `http://127.0.0.1:${port}`,
    passed: [],
    target,
    intercept: () => undefined,
    change: (_passing, body) => body,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

async function answer(proxy: Proxy, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const passing = toPassing(incoming.url ?? '/', await text(incoming));
  proxy.passed.push(passing);
  const instead = await proxy.intercept(passing);
  if (instead?.status === 0) {
    outgoing.destroy();
    return;
  }
  if (instead !== undefined) {
    outgoing.writeHead(instead.status, instead.headers).end(instead.body);
    return;
  }
  const response = await forward(proxy.target, incoming, passing.body);
  const body = proxy.change(passing, await text(response));
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = response.headers;
  outgoing.writeHead(response.statusCode ?? 502, headers).end(body);
}

function forward(target: string, incoming: IncomingMessage, body: string): Promise<IncomingMessage> {
  const url = new URL(incoming.url ?? '/', target);
  const { host: _host, 'accept-encoding': _encoding, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    request(url, { method: incoming.method, headers }, resolve).on('error', reject).end(body);
  });
}

function toPassing(path: string, body: string): Passing {
  const parsed = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {};
  const query = typeof parsed['query'] === 'string' ? parsed['query'] : '';
  return {
    path,
    body,
    operation: /query\s+(\w+)/.exec(query)?.[1],
    variables: (parsed['variables'] ?? {}) as Record<string, unknown>,
  };
}
