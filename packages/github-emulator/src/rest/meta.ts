import { notFound } from '../http/github-error.ts';
import type { Resource } from '../limits/primary.ts';
import { bucketOwnerOf } from '../tokens/viewer.ts';
import { rootTemplates } from './root-urls.data.ts';
import type { Route } from './route.ts';

/** What the API says about itself. */
export const metaRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/',
    docs: 'rest/meta/meta#github-api-root',
    needs: [],
    handle({ emulator: { urls } }) {
      const body = Object.fromEntries(
        Object.entries(rootTemplates).map(([key, path]) => [key, `${urls.rest}${path}`]),
      );
      return { body, items: 0 };
    },
  },
  {
    scope: 'none',
    path: '/meta',
    docs: 'rest/meta/meta#get-apiname-meta-information',
    needs: [],
    handle({ emulator }) {
      const installed =
        emulator.shape === 'enterprise-server' ? { installed_version: emulator.enterpriseVersion } : {};
      return { body: { verifiable_password_authentication: false, ...installed }, items: 0 };
    },
  },
  {
    scope: 'none',
    path: '/rate_limit',
    docs: 'rest/rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user',
    needs: [],
    isFree: true,
    handle({ emulator, viewer, apiVersion }) {
      if (!emulator.settings.hasLimits) throw notFound();
      const read = (resource: Resource) => {
        const { limit, used, remaining, resetAt } = emulator.primary.read(bucketOwnerOf(viewer), resource);
        return { limit, used, remaining, reset: resetAt };
      };
      const core = read('core');
      const resources = { core, search: read('search'), graphql: read('graphql') };
      return { body: apiVersion === '2022-11-28' ? { resources, rate: core } : { resources }, items: 0 };
    },
  },
];
