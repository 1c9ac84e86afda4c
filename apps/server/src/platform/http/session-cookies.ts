import '@fastify/cookie';
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface CookieOptions {
  readonly name: string;
  readonly isSecure: boolean;
  /** How long the browser keeps the session's cookie; the server decides sooner. */
  readonly maxAgeSeconds: number;
}

/** The two cookies: the session, and for a browser without one something its CSRF token can be bound to. */
export interface SessionCookies {
  findSession(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, token: string): void;
  clearSession(reply: FastifyReply): void;
  findVisitor(request: FastifyRequest): string | undefined;
  /** Makes a new one. */
  setVisitor(reply: FastifyReply): string;
}

/** With https the names get the prefix `__Host-`: no other host, no sub-domain and no plain http can set them. */
export function createSessionCookies({ name, isSecure, maxAgeSeconds }: CookieOptions): SessionCookies {
  const session = isSecure ? `__Host-${name}` : name;
  const visitor = `${session}-visitor`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

  return {
    findSession: (request) => request.cookies[session],
    setSession: (reply, token) =>
      void reply.setCookie(session, token, { ...attributes, maxAge: maxAgeSeconds }),
    clearSession: (reply) => void reply.clearCookie(session, attributes),
    findVisitor: (request) => request.cookies[visitor],
    setVisitor: (reply) => {
      const value = randomBytes(32).toString('base64url');
      reply.setCookie(visitor, value, attributes);
      return value;
    },
  };
}
