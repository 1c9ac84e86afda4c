import { createHandles, type RouteHandler as HttpRouteHandler } from '../platform/http/index.ts';
import type { Viewer } from './viewer.ts';

/** A route of the contract with what answers it; `reader` in its handler is a Viewer. */
export type RouteHandler = HttpRouteHandler<Viewer>;

/** How every slice answers its routes: `handle(route, async ({ params, query, body, reader, request }) => answer)`. */
export const { handle, handleAnyone, handleFile, handlePage, handleStream } = createHandles<Viewer>();
