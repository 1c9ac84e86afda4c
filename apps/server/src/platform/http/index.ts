export type { Authenticator } from './authenticator.ts';
export {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from './create-http-server.ts';
export type { DeclaredRoute } from './declared-routes.ts';
export { type HttpConfiguration, isSecure } from './http-configuration.ts';
export type { HttpLimits } from './http-limits.ts';
export {
  type Asked,
  createHandles,
  type HandlerOptions,
  type Handles,
  type HttpReader,
  type HttpRequest,
  type RouteHandler,
} from './route-handler.ts';
