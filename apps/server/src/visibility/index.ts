export {
  findVisibleRepository,
  loadSeenHostNames,
  type NamedRepository,
  type SeenRepository,
} from './find-visible-repository.sql.ts';
export { visibilityRoutes } from './grants.routes.ts';
export { visibilityChecks } from './repository-visible.checks.ts';
export { loadVisibleRepositories } from './visible-repositories.sql.ts';
export type { VisibleRepositories } from './visible-repositories.ts';
