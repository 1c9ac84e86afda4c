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
};

const firstId = 900_001;

export function createGithubApps(clock: Clock, random: Random): GithubApps {
  const apps = new Map<number, GithubApp>();
  const find = (fits: (app: GithubApp) => boolean) => [...apps.values()].find(fits);
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
      const { clientId, clientSecret, publicKeyPem, ...rest } = githubAppSpecSchema.parse(spec);
      const slug = toSlug(rest.name);
      if (find((app) => app.slug === slug) !== undefined)
        throw new Error(`The name ${rest.name} is already taken.`);
      return put({
        ...rest,
        permissions: { metadata: 'read', ...rest.permissions },
        id: firstId + apps.size,
        slug,
        clientId: clientId ?? `Iv23li${makeHex(14, random)}`,
        clientSecret: clientSecret ?? makeHex(40, random),
        ...toKeys(publicKeyPem),
        createdAtMs: clock.nowMs(),
        bot: createAccount({ kind: 'Bot', login: slug }),
      });
    },
    setPermissions(id, permissions) {
      const app = apps.get(id);
      if (app === undefined) throw new Error(`No GitHub App has the id ${id}.`);
      return put({ ...app, permissions: { metadata: 'read', ...permissions } });
    },
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
