import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerOptions, toAnswerText, toAsked, toHttpRequest } from './answer-route.ts';
import { toEventStream } from './event-stream.ts';
import { getState } from './request-state.ts';
import type { HttpReader, StreamHandler } from './route-handler.ts';

interface StreamOptions extends AnswerOptions {
  readonly heartbeatMs: number;
}

/** Answers with server-sent events until the handler ends, the reader leaves, or their session does. */
export function streamRoute<Reader extends HttpReader>(
  handler: StreamHandler<Reader>,
  options: StreamOptions,
) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { reader } = getState<Reader>(request);
    if (reader === undefined) throw new Error(`${handler.route.id} streams to nobody.`);
    const http = toHttpRequest(request, reply, options);
    const asked = toAsked<Reader>(handler.route, request, http);
    const stream = options.streams.open(reader);
    const signal = AbortSignal.any([http.signal, stream.signal]);
    const events = toEventStream(handler.run({ ...asked, request: { ...http, signal } }), {
      event: handler.event,
      toText: (value) => toAnswerText(handler.route, value),
      heartbeatMs: options.heartbeatMs,
      signal,
    });
    const body = Readable.from(events, { highWaterMark: 1 });
    body.once('close', stream.close);
    body.on('error', (error) => request.log.error({ err: error, route: handler.route.id }, 'a stream broke'));
    return (
      reply
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        // So that a server that stops need not wait until the idle connection times out.
        .header('connection', 'close')
        .type('text/event-stream')
        .send(body)
    );
  };
}
