import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerOptions, toAsked, toHttpRequest } from './answer-route.ts';
import type { HttpReader, PageHandler } from './route-handler.ts';
import { toFormPage, toFormPolicy } from './to-form-page.ts';

/** Answers with a page whose policy names the one site that its form goes to. */
export function pageRoute<Reader extends HttpReader>(handler: PageHandler<Reader>, options: AnswerOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = toAsked<Reader>(handler.route, request, toHttpRequest(request, reply, options));
    const page = await handler.run(asked);
    return reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', toFormPolicy(page.action))
      .type('text/html; charset=utf-8')
      .send(toFormPage(page));
  };
}
