import { z } from 'zod';
import type { Random } from '../model/random.ts';

const url = z.url({ protocol: /^https?$/ });

/** What a caller says to register an OAuth app, in `startEmulator` and over `POST /_emulator/oauth-apps`. */
export const oauthAppSpecSchema = z.strictObject({
  name: z.string().min(1),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  /** The first is where a user is sent who brings no `redirect_uri`. */
  callbackUrls: z.array(url).min(1).max(10),
  homepageUrl: url.default('https://example.com'),
  /** Login of the person or organisation it is registered to; an organisation's own app needs no approval there. */
  owner: z.string().min(1).optional(),
  isSuspended: z.boolean().default(false),
});

export type OauthAppSpec = z.input<typeof oauthAppSpecSchema>;

export type OauthApp = Omit<z.output<typeof oauthAppSpecSchema>, 'clientId' | 'clientSecret'> & {
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What may change about an app while the emulator runs. */
export const oauthAppPatchSchema = z.strictObject({
  clientId: z.string(),
  isSuspended: z.boolean().optional(),
  clientSecret: z.string().min(1).optional(),
});

export type OauthAppPatch = z.input<typeof oauthAppPatchSchema>;

export type OauthApps = {
  find(clientId: string): OauthApp | undefined;
  list(): readonly OauthApp[];
  /** Takes an `OauthAppSpec`. Throws when it is not one. */
  add(spec: unknown): OauthApp;
  /** Takes an `OauthAppPatch`. Throws when there is no such app. */
  change(patch: unknown): OauthApp;
};

export function createOauthApps(random: Random): OauthApps {
  const apps = new Map<string, OauthApp>();
  const put = (app: OauthApp): OauthApp => {
    apps.set(app.clientId, app);
    return app;
  };
  return {
    find: (clientId) => apps.get(clientId),
    list: () => [...apps.values()],
    add(spec) {
      const { clientId, clientSecret, ...rest } = oauthAppSpecSchema.parse(spec);
      const id = clientId ?? `Ov23li${makeHex(14, random)}`;
      return put({ ...rest, clientId: id, clientSecret: clientSecret ?? makeHex(40, random) });
    },
    change(patch) {
      const { clientId, ...changes } = oauthAppPatchSchema.parse(patch);
      const app = apps.get(clientId);
      if (app === undefined)
        throw new Error(`No OAuth app has the client id ${clientId}. Register it first.`);
      const { isSuspended = app.isSuspended, clientSecret = app.clientSecret } = changes;
      return put({ ...app, isSuspended, clientSecret });
    },
  };
}

/** Lower-case hexadecimal digits. */
export function makeHex(digits: number, random: Random): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}
