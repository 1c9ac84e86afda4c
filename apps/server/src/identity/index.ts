export { type IdentityDependencies, identityRoutes } from './identity.routes.ts';
