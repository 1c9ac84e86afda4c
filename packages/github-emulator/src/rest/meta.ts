import { notFound } from '../http/github-error.ts';
import type { Resource } from '../limits/primary.ts';
import { bucketOwnerOf } from '../tokens/viewer.ts';
import { rootTemplates } from './root-urls.data.ts';
import type { Route } from './route.ts';

/** Where github.com's deliveries come from. */
const hookRanges = [
  '192.30.252.0/22',
  '185.199.108.0/22',
  '140.82.112.0/20',
  '143.55.64.0/20',
  '2a0a:a440::/29',
  '2606:50c0::/32',
];

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
      const own =
        emulator.shape === 'enterprise-server'
          ? { installed_version: emulator.enterpriseVersion }
          : { hooks: hookRanges };
      return { body: { verifiable_password_authentication: false, ...own }, items: 0 };
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
