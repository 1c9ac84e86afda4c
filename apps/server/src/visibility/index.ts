export { visibilityRoutes } from './grants.routes.ts';
export { loadVisibleRepositories } from './visible-repositories.sql.ts';
export type { VisibleRepositories } from './visible-repositories.ts';
