import type { RouteHandler } from '../access/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { myDataRoutes } from './my-data.routes.ts';
import { personPageRoutes } from './person-page.routes.ts';
import { personRowsRoutes } from './person-rows.routes.ts';
import { shippedTextRoutes } from './shipped-text.routes.ts';
import { teamWeekRoutes } from './team-week.routes.ts';

/** Pages about persons, and what is made from them to take along. */
export const briefRoutes = (deps: BriefDependencies): readonly RouteHandler[] => [
  ...personPageRoutes(deps),
  ...personRowsRoutes(deps),
  ...shippedTextRoutes(deps),
  ...teamWeekRoutes(deps),
  ...myDataRoutes(deps),
];
