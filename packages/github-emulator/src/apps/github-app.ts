import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { makeHex } from '../oauth/oauth-app.ts';
import { createAccount } from '../world/create-account.ts';
import type { AccountRecord } from '../world/model.ts';

const url = z.url({ protocol: /^https?$/ });

export const permissionsSchema = z.record(z.string().regex(/^[a-z_]+$/), z.enum(['read', 'write', 'admin']));
export type AppPermissions = Readonly<z.output<typeof permissionsSchema>>;

/** What is said to register a GitHub App. */
export const githubAppSpecSchema = z.strictObject({
  name: z.string().min(1),
  /** Login of the person or organisation it is registered to. */
  owner: z.string().min(1),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  /** What its JWTs are checked with; without it a pair is made, whose private half the control API tells. */
  publicKeyPem: z.string().min(1).optional(),
  webhookSecret: z.string().optional(),
  permissions: permissionsSchema.default({ metadata: 'read' }),
  events: z.array(z.string()).readonly().default([]),
  callbackUrls: z.array(url).max(10).readonly().default([]),
  setupUrl: url.optional(),
  /** Whoever installs it authorises it too, and goes to its callback in place of its set-up address. */
  requestsOauthOnInstall: z.boolean().default(false),
  /** Whether choosing other repositories leads to the set-up address again. */
  setsUpOnUpdate: z.boolean().default(false),
  homepageUrl: url.default('https://example.com'),
  description: z.string().optional(),
  isPublic: z.boolean().default(true),
});

type Parsed = z.output<typeof githubAppSpecSchema>;

export type GithubApp = Omit<Parsed, 'clientId' | 'clientSecret' | 'publicKeyPem'> & {
  readonly id: number;
  readonly slug: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicKeyPem: string;
  /** Of keys made before, which are good too. */
  readonly olderKeyPems: readonly string[];
  /** Undefined when the caller keeps it. */
  readonly privateKeyPem: string | undefined;
  readonly createdAtMs: number;
  /** Who its installations act as. */
  readonly bot: AccountRecord;
};

export type GithubApps = {
  find(id: number): GithubApp | undefined;
  findBySlug(slug: string): GithubApp | undefined;
  findByClientId(clientId: string): GithubApp | undefined;
  findBot(accountId: number): AccountRecord | undefined;
  list(): readonly GithubApp[];
  /** Takes what `githubAppSpecSchema` says. Throws when it is not one, or when the name is taken. */
  add(spec: unknown): GithubApp;
  /** Asks for other permissions: installations keep theirs until their owners accept. */
  setPermissions(id: number, permissions: AppPermissions): GithubApp;
  change(id: number, changes: AppChanges): GithubApp;
  /** Makes another private key: the ones before stay good. */
  addKey(id: number): GithubApp;
  /** Makes another private key, the only one that is good. */
  replaceKeys(id: number): GithubApp;
  remove(id: number): void;
  /** Follows an owner to the new login. */
  renameOwner(from: string, to: string): void;
};

type AppChanges = Partial<Pick<GithubApp, 'clientSecret' | 'callbackUrls' | 'setupUrl' | 'isPublic'>>;

const firstId = 900_001;

export function createGithubApps(clock: Clock, random: Random): GithubApps {
  const apps = new Map<number, GithubApp>();
  const find = (fits: (app: GithubApp) => boolean) => [...apps.values()].find(fits);
  const get = (id: number): GithubApp => {
    const app = apps.get(id);
    if (app === undefined) throw new Error(`No GitHub App has the id ${id}.`);
    return app;
  };
  let lastId = firstId - 1;
  const put = (app: GithubApp): GithubApp => {
    apps.set(app.id, app);
    return app;
  };
  return {
    find: (id) => apps.get(id),
    findBySlug: (slug) => find((app) => app.slug === slug.toLowerCase()),
    findByClientId: (clientId) => find((app) => app.clientId === clientId),
    findBot: (accountId) => find(({ bot }) => bot.id === accountId)?.bot,
    list: () => [...apps.values()],
    add(spec) {
      lastId += 1;
      const app = toApp(spec, { id: lastId, createdAtMs: clock.nowMs(), random });
      if (find(({ slug }) => slug === app.slug) !== undefined)
        throw new Error(`The name ${app.name} is already taken.`);
      return put(app);
    },
    setPermissions: (id, permissions) =>
      put({ ...get(id), permissions: { metadata: 'read', ...permissions } }),
    change: (id, changes) => put({ ...get(id), ...changes }),
    addKey(id) {
      const { publicKeyPem, olderKeyPems } = get(id);
      return put({ ...get(id), ...toKeys(undefined), olderKeyPems: [...olderKeyPems, publicKeyPem] });
    },
    replaceKeys: (id) => put({ ...get(id), ...toKeys(undefined), olderKeyPems: [] }),
    remove: (id) => void apps.delete(id),
    renameOwner(from, to) {
      for (const app of apps.values())
        if (app.owner.toLowerCase() === from.toLowerCase()) put({ ...app, owner: to });
    },
  };
}

type Making = { readonly id: number; readonly createdAtMs: number; readonly random: Random };

function toApp(spec: unknown, { id, createdAtMs, random }: Making): GithubApp {
  const { clientId, clientSecret, publicKeyPem, ...rest } = githubAppSpecSchema.parse(spec);
  const slug = toSlug(rest.name);
  return {
    ...rest,
    permissions: { metadata: 'read', ...rest.permissions },
    id,
    slug,
    clientId: clientId ?? `Iv23li${makeHex(14, random)}`,
    clientSecret: clientSecret ?? makeHex(40, random),
    ...toKeys(publicKeyPem),
    olderKeyPems: [],
    createdAtMs,
    bot: createAccount({ kind: 'Bot', login: slug }),
  };
}

function toKeys(given: string | undefined): Pick<GithubApp, 'publicKeyPem' | 'privateKeyPem'> {
  if (given !== undefined) return { publicKeyPem: given, privateKeyPem: undefined };
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { publicKeyPem: publicKey, privateKeyPem: privateKey };
}

function toSlug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
