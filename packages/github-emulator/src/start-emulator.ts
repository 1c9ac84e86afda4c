import { createApps, type InstalledAppSpec } from './apps/create-apps.ts';
import { type Control, createControl } from './control/control.ts';
import type { Emulator } from './emulator.ts';
import type { FaultPlanOptions } from './faults/fault-plan.ts';
import { createFaultStore } from './faults/fault-store.ts';
import { createPlannedFaults } from './faults/planned-faults.ts';
import { createRequestParser } from './graphql/parse-request.ts';
import { schemaWithout } from './graphql/schema.ts';
import { createAnswerer } from './http/answer.ts';
import { createLedger } from './http/ledger.ts';
import { type Answerer, listen, type ShownCertificate } from './http/server.ts';
import { createUnserved } from './http/unserved.ts';
import { createUrls } from './http/urls.ts';
import { createPrimaryLimits } from './limits/primary.ts';
import { createSecondaryLimits } from './limits/secondary.ts';
import { type Clock, createScenarioClock, systemClock } from './model/clock.ts';
import { createRandom } from './model/random.ts';
import { type ConstantsPatch, defaultSettings, type Settings, type Shape } from './model/settings.ts';
import { type EnterpriseServerVersion, enterpriseServerVersions } from './model/versions.data.ts';
import { createOauth } from './oauth/oauth.ts';
import type { OauthApp, OauthAppSpec } from './oauth/oauth-app.ts';
import { createRepositoryComments } from './reading/repository-comments.ts';
import { createAccessRules } from './tokens/access.ts';
import { createAuthenticator } from './tokens/authenticate.ts';
import { createOrganisationPolicies, type OrganisationPolicySpec } from './tokens/organisation-policies.ts';
import type { Token } from './tokens/token.ts';
import type { TokenSpec } from './tokens/token-spec.ts';
import { createTokenStore } from './tokens/token-store.ts';
import { createSessions } from './web/sessions.ts';
import { createScenario } from './world/create-scenario.ts';
import { toSeconds } from './world/instant.ts';
import type { Instant, WorldSource } from './world/model.ts';

export type EmulatorOptions = {
  /** What there is to see: recorded, from git, procedural, crafted. */
  readonly sources: readonly WorldSource[];
  readonly shape?: Shape;
  /** Of Enterprise Server; 3.19 when absent. */
  readonly enterpriseVersion?: EnterpriseServerVersion;
  /** 0, a free port, when absent. */
  readonly port?: number;
  /** By what it speaks TLS, for 127.0.0.1; plain HTTP when absent. */
  readonly certificate?: ShownCertificate;
  readonly tokens?: readonly TokenSpec[];
  readonly oauthApps?: readonly OauthAppSpec[];
  /** GitHub Apps, each with the accounts it is installed on. */
  readonly apps?: readonly InstalledAppSpec[];
  readonly policies?: readonly OrganisationPolicySpec[];
  readonly clock?: Clock;
  /** What the clock shows at first, and the made-up organisations with it; it goes on from there. */
  readonly clockAt?: Instant;
  /** Of request ids, token values and which refusals stay silent. */
  readonly randomSeed?: number;
  readonly constants?: ConstantsPatch;
  /** Off on Enterprise Server when absent. */
  readonly hasLimits?: boolean;
  readonly latencyMs?: number;
  readonly pace?: Settings['pace'];
  /** What the host's GraphQL schema lacks, as an older one does: `Type`, `Type.field` or `Enum.VALUE`. */
  readonly schemaWithout?: readonly string[];
  /** Of `createFaultPlan`, or what one is made of. */
  readonly faultPlan?: FaultPlanOptions & { readonly seed: number };
};

export type RunningEmulator = {
  readonly origin: string;
  readonly restUrl: string;
  readonly graphqlUrl: string;
  readonly webUrl: string;
  readonly tokens: readonly Token[];
  readonly oauthApps: readonly OauthApp[];
  readonly control: Control;
  close(): Promise<void>;
};

/** Starts a GitHub on the loopback interface. Throws when the port is taken, or a token or `schemaWithout` names nothing. */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  let answer: Answerer | undefined;
  // The port is part of every URL, so the server listens before the emulator is made.
  const { certificate } = options;
  const { server, port } = await listen({ port: options.port ?? 0, certificate }, (incoming) => {
    if (answer === undefined) throw new Error('The emulator is still starting.');
    return answer(incoming);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  try {
    const emulator = createEmulator(
      options,
      `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    );
    answer = createAnswerer(emulator);
    const { origin, rest, graphql, web } = emulator.urls;
    const control = createControl(emulator);
    if (options.faultPlan !== undefined) control.startFaultPlan(options.faultPlan);
    const tokens = emulator.tokens.list();
    const oauthApps = emulator.oauth.apps.list();
    return { origin, restUrl: rest, graphqlUrl: graphql, webUrl: web, tokens, oauthApps, control, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createEmulator(options: EmulatorOptions, origin: string): Emulator {
  const { shape = 'github.com', enterpriseVersion = enterpriseServerVersions[0] } = options;
  const clock = createScenarioClock(options.clock ?? systemClock);
  const random = createRandom(options.randomSeed ?? 1);
  const scenario = createScenario(options.sources);
  const { world } = scenario;
  if (options.clockAt !== undefined) startAt({ clock, scenario }, options.clockAt);
  const settings = createSettings(shape, options);
  const readConstants = () => settings.constants;
  const schema = schemaWithout(options.schemaWithout ?? []);
  const tokens = createTokenStore({ clock, random, findAccount: world.findAccountByLogin });
  for (const spec of options.tokens ?? []) tokens.add(spec);
  const policies = createOrganisationPolicies(options.policies ?? []);
  const apps = createApps({ clock, random, world, tokens }, options.apps);
  const oauth = createOauth({ clock, random, tokens, policies }, options.oauthApps);
  return {
    shape,
    enterpriseVersion,
    world,
    scenario,
    settings,
    clock,
    random,
    urls: createUrls(origin, shape, clock),
    tokens,
    ...apps.parts,
    oauth,
    sessions: createSessions(random),
    policies,
    access: createAccessRules(world, policies, { ...oauth, ...apps.parts }),
    authenticate: createAuthenticator({
      clock,
      tokens,
      readConstants,
      ...apps.signIn,
      findClientSecret: (clientId) =>
        (oauth.apps.find(clientId) ?? apps.parts.apps.findByClientId(clientId))?.clientSecret,
    }),
    primary: createPrimaryLimits(clock, readConstants, apps.growthOf, clock.skewSeconds),
    secondary: createSecondaryLimits(clock, readConstants, random),
    ledger: createLedger(),
    faults: createFaultStore(),
    plannedFaults: createPlannedFaults(),
    unserved: createUnserved(),
    schema,
    parseRequest: createRequestParser(schema),
    comments: createRepositoryComments(),
  };
}

function startAt({ clock, scenario }: Pick<Emulator, 'clock' | 'scenario'>, instant: Instant): void {
  clock.advance(Date.parse(instant) - clock.nowMs());
  const shown = scenario.at();
  if (shown !== undefined && shown !== instant) scenario.advance(toSeconds(instant) - toSeconds(shown));
}

function createSettings(shape: Shape, options: EmulatorOptions): Settings {
  const defaults = defaultSettings(shape, options.constants);
  return {
    ...defaults,
    hasLimits: options.hasLimits ?? defaults.hasLimits,
    latencyMs: options.latencyMs ?? defaults.latencyMs,
    pace: options.pace ?? defaults.pace,
  };
}
