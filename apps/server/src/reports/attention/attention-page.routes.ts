import type { RouteHandler } from '../../access/index.ts';
import { agreementRoutes } from './agreements.routes.ts';
import { type AttentionDependencies, attentionRoutes } from './attention.routes.ts';
import { exceptionRoutes } from './exceptions.routes.ts';
import { homeRoutes } from './home.routes.ts';

/** Home, what waits, what teams agree on, and what went beyond it. */
export const attentionPageRoutes = (deps: AttentionDependencies): readonly RouteHandler[] => [
  ...attentionRoutes(deps),
  ...agreementRoutes(deps),
  ...exceptionRoutes(deps),
  ...homeRoutes(deps),
];
