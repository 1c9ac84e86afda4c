import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Incoming, Outgoing } from './message.ts';

/** GitHub refuses far smaller bodies; this only keeps memory bounded. */
const bodyLimitBytes = 4_000_000;

export type Answerer = (incoming: Incoming) => Promise<Outgoing>;

/** By what the emulator speaks TLS: PEM. */
export type ShownCertificate = { readonly key: string; readonly cert: string };

type Listening = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Plain HTTP when absent. */
  readonly certificate: ShownCertificate | undefined;
};

/** Serves on the loopback interface only. */
export async function listen(
  { port, certificate }: Listening,
  answer: Answerer,
): Promise<{ server: Server; port: number }> {
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response, answer);
  };
  const server =
    certificate === undefined ? createServer(onRequest) : createTlsServer({ ...certificate }, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The emulator got no port to listen on.');
  return { server, port: address.port };
}

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
  try {
    const outgoing = await answer(await toIncoming(request));
    if (outgoing.isReset === true) {
      request.socket.destroy();
      return;
    }
    if (outgoing.breaksOff !== undefined) {
      breakOff(request, response, outgoing);
      return;
    }
    response.writeHead(outgoing.status, { ...outgoing.headers });
    if (outgoing.chunks !== undefined) {
      response.write(outgoing.body);
      await pipeline(Readable.from(outgoing.chunks), response);
      return;
    }
    response.end(request.method === 'HEAD' || outgoing.status === 304 ? undefined : outgoing.body);
  } catch (cause) {
    // Somebody who stopped listening in the middle of a long answer.
    if (request.socket.destroyed || response.headersSent) {
      request.socket.destroy();
      return;
    }
    // A defect of the emulator itself: loud, so that no test mistakes it for GitHub's behaviour.
    process.stderr.write(`The emulator failed: ${String(cause)}\n`);
    response.writeHead(599, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`The emulator failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
  }
}

/** A client that waits longer than this has no time-out. */
const stallMs = 120_000;

function breakOff({ socket }: IncomingMessage, response: ServerResponse, outgoing: Outgoing): void {
  const bytes = Buffer.from(outgoing.body, 'utf8');
  response.writeHead(outgoing.status, { ...outgoing.headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    if (outgoing.breaksOff === 'at once') socket.destroy();
    else setTimeout(() => socket.destroy(), stallMs).unref();
  });
}

async function toIncoming(request: IncomingMessage): Promise<Incoming> {
  const target = request.url ?? '/';
  const cut = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: cut < 0 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1)),
    target,
    body: await readBody(request),
    header(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // as: without an encoding set, node:http streams buffers
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > bodyLimitBytes) throw new Error('The request body is over the limit of 4 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
