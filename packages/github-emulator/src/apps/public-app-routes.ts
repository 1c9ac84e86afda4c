import { notFound } from '../http/github-error.ts';
import { getParam, type RestRequest, type Route } from '../rest/route.ts';
import { toIntegration } from './present-app.ts';

/** What anybody may ask about apps: one by its slug, and, with the code of a manifest, once, its secrets. */
export const publicAppRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/apps/{app_slug}',
    docs: 'rest/apps/apps#get-an-app',
    needs: [],
    handle(request: RestRequest) {
      const app = request.emulator.apps.findBySlug(getParam(request, 'app_slug'));
      if (app === undefined) throw notFound();
      return { body: toIntegration(request.emulator, app), items: 1 };
    },
  },
  {
    scope: 'none',
    method: 'POST',
    path: '/app-manifests/{code}/conversions',
    docs: 'rest/apps/apps#create-a-github-app-from-a-manifest',
    needs: [],
    isFree: true,
    handle(request: RestRequest) {
      const { emulator } = request;
      const app = emulator.apps.find(emulator.manifests.convert(getParam(request, 'code')) ?? 0);
      if (app === undefined) throw notFound();
      const secrets = {
        client_id: app.clientId,
        client_secret: app.clientSecret,
        webhook_secret: app.webhookSecret ?? null,
        pem: app.privateKeyPem,
      };
      return { status: 201, body: { ...toIntegration(emulator, app), ...secrets }, items: 1 };
    },
  },
];
