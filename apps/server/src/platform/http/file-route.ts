import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerOptions, toAsked, toHttpRequest } from './answer-route.ts';
import type { FileHandler, HttpReader } from './route-handler.ts';

/** Answers with a file, written while it is sent: a slow reader holds up its source and no memory. */
export function fileRoute<Reader extends HttpReader>(handler: FileHandler<Reader>, options: AnswerOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = toAsked<Reader>(handler.route, request, toHttpRequest(request, reply, options));
    const { name, texts } = await handler.run(asked);
    const body = Readable.from(texts, { highWaterMark: 1 });
    body.on('error', (error) => request.log.error({ err: error, route: handler.route.id }, 'a file broke'));
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(`${handler.route.media ?? 'application/json'}; charset=utf-8`)
      .send(body);
  };
}
