export { loadVisibleRepositories } from './visible-repositories.sql.ts';
export type { VisibleRepositories } from './visible-repositories.ts';
