import type { RouteHandler } from '../access/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { exclusionRoutes } from './exclusions/exclusions.routes.ts';
import { pullExportRoutes } from './exports/pull-exports.routes.ts';
import { pullListRoutes } from './lists/pulls.routes.ts';
import { pullRequestRoutes } from './pull-request/pull-request.routes.ts';
import { reviewRoutes } from './reviews/reviews.routes.ts';
import { viewRoutes } from './views/views.routes.ts';

interface ReportDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** Lists of pull requests and of reviews: what every figure opens into. */
export const reportRoutes = ({ database, clock }: ReportDependencies): readonly RouteHandler[] => [
  ...pullListRoutes({ database, clock }),
  ...pullExportRoutes({ database, clock }),
  ...pullRequestRoutes({ database, clock }),
  ...exclusionRoutes({ database }),
  ...viewRoutes({ database }),
  ...reviewRoutes({ database, clock }),
];
