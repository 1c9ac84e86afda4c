export { type ListDependencies, openList } from './open-list.ts';
export { type PullCursor, parsePullCursor } from './pull-cursor.ts';
export type { GivenQuery } from './pull-filter.ts';
export type { AskedPulls } from './pull-matching.sql.ts';
export { isIndexed } from './pull-order.sql.ts';
export { loadPullRows } from './pull-rows.sql.ts';
export { pullListRoutes } from './pulls.routes.ts';
