export { briefRoutes } from './person-page.routes.ts';
