export {
  type Asked,
  createHandles,
  type HandlerOptions,
  type Handles,
  type HttpReader,
  type HttpRequest,
  type RouteHandler,
} from './route-handler.ts';
