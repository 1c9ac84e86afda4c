export { composeRoutes } from './compose-routes.ts';
export { createApi } from './create-api.ts';
