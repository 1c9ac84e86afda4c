export { composeRoutes, type RouteDependencies } from './compose-routes.ts';
export { type ApiOptions, createApi } from './create-api.ts';
