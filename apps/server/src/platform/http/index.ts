export type { Authenticator } from './authenticator.ts';
export { createHttpServer, type HttpServer } from './create-http-server.ts';
export type { DeclaredRoute } from './declared-routes.ts';
export type { HttpConfiguration } from './http-configuration.ts';
export type { HttpLimits } from './http-limits.ts';
export { createHandles, type FormPage, type HttpReader, type RouteHandler } from './route-handler.ts';
