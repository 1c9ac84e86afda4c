import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the gate found out about a request. */
export interface RequestState<Reader> {
  readonly reader: Reader | undefined;
  /** The live session's token; what the CSRF token of a signed-in caller is bound to. */
  readonly sessionToken: string | undefined;
}

const key = 'throughlineState';

export function decorateState(server: FastifyInstance): void {
  server.decorateRequest(key, null);
}

export function setState<Reader>(request: FastifyRequest, state: RequestState<Reader>): void {
  request.setDecorator(key, state);
}

/** The state the gate set; a request it never saw has nobody behind it. */
export function getState<Reader>(request: FastifyRequest): RequestState<Reader> {
  const state = request.getDecorator<RequestState<Reader> | null>(key);
  return state ?? { reader: undefined, sessionToken: undefined };
}
