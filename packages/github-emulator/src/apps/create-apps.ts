import { z } from 'zod';
import type { ScenarioClock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import type { TokenStanding } from '../tokens/authenticate.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenStore } from '../tokens/token-store.ts';
import type { World } from '../world/model.ts';
import { checkAppJwt } from './check-app-jwt.ts';
import { createGithubApps, type GithubApp, type GithubApps, githubAppSpecSchema } from './github-app.ts';
import { growthOfInstallation } from './installation-growth.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createManifests } from './manifests.ts';
import { createUserTokens } from './user-tokens.ts';

/** Where an app is installed: on all repositories of an account, or on some by name. */
const installationSpecSchema = z.strictObject({
  account: z.string().min(1),
  repositories: z.union([z.literal('all'), z.array(z.string()).readonly()]).default('all'),
});

/** A GitHub App with its installations. */
const installedAppSpecSchema = githubAppSpecSchema.extend({
  installations: z.array(installationSpecSchema).readonly().default([]),
});

export type InstalledAppSpec = z.input<typeof installedAppSpecSchema>;

type Dependencies = {
  readonly clock: ScenarioClock;
  readonly random: Random;
  readonly world: World;
  readonly tokens: TokenStore;
};

/** GitHub Apps, their installations, and what signing in as one of them takes. */
export function createApps(
  { clock, random, world, tokens }: Dependencies,
  specs: readonly InstalledAppSpec[] = [],
) {
  const apps = createGithubApps(clock, random);
  const installations = createInstallations(clock);
  const findAccount = (id: number) => world.findAccount(id) ?? apps.findBot(id);
  for (const spec of specs) addApp({ apps, installations, world }, spec);
  return {
    parts: {
      apps,
      installations,
      findAccount,
      manifests: createManifests(clock, random),
      userTokens: createUserTokens({ clock, random, tokens, findAccount }),
    },
    growthOf: (owner: string) => growthOfInstallation(owner, installations, world),
    signIn: {
      findAccount,
      checkJwt: (jwt: string) => checkAppJwt(jwt, apps, clock.shownMs()),
      standingOf: (token: Token) => standingOf(token, installations),
    },
  };
}

/** Takes an `InstalledAppSpec`. Throws when it is not one, or names an account or a repository that is not there. */
export function addApp(to: Places, spec: unknown): GithubApp {
  const { installations: wanted, ...described } = installedAppSpecSchema.parse(spec);
  const app = to.apps.add(described);
  for (const one of wanted) {
    const account = to.world.findAccountByLogin(one.account);
    if (account === undefined) throw new Error(`No account ${one.account} to install ${app.name} on.`);
    to.installations.install(app, account, toRepositoryIds(to.world, one));
  }
  return app;
}

type Places = {
  readonly apps: GithubApps;
  readonly installations: Installations;
  readonly world: World;
};

/** How what a token stands on is: an installation may be suspended, or gone and its tokens with it. */
function standingOf(token: Token, installations: Installations): TokenStanding {
  if (token.kind !== 'installation') return 'good';
  const installation = installations.find(token.installationId);
  if (installation === undefined) return 'gone';
  return installation.suspended === undefined ? 'good' : 'suspended';
}

/** Throws when a name is no repository of the account. */
function toRepositoryIds(
  world: World,
  { account, repositories }: z.output<typeof installationSpecSchema>,
): 'all' | readonly number[] {
  if (repositories === 'all') return 'all';
  return repositories.map((name) => {
    const found = world.findRepositoryByName(account, name);
    if (found === undefined) throw new Error(`${account} has no repository ${name}.`);
    return found.source.record.id;
  });
}
