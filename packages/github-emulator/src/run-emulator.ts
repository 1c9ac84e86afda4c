import { chooseTokens } from './choose-tokens.ts';
import { loadSources } from './load-sources.ts';
import { systemClock } from './model/clock.ts';
import type { CommandLine } from './parse-arguments.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';
import { isScoped, type Token } from './tokens/token.ts';

/** Starts what the command line asks for and says where it is; stops on SIGINT and SIGTERM. */
export async function runEmulator(
  options: CommandLine,
  say: (line: string) => void,
): Promise<RunningEmulator> {
  const now =
    options.now ?? options.clock ?? `${new Date(systemClock.nowMs()).toISOString().slice(0, 13)}:00:00Z`;
  const sources = await loadSources(options, now);
  const emulator = await startEmulator({
    sources,
    port: options.port,
    shape: options.shape,
    enterpriseVersion: options['enterprise-version'],
    latencyMs: options['latency-ms'],
    tokens: chooseTokens(options.token, sources),
    oauthApps: options['oauth-app'].map((callback, index) => ({
      name: `App ${index + 1}`,
      callbackUrls: [callback],
    })),
    schemaWithout: options['schema-without'],
    ...(options.clock === undefined ? {} : { clockAt: options.clock }),
    ...(options['fault-seed'] === undefined
      ? {}
      : { faultPlan: { seed: options['fault-seed'], share: options['fault-share'] } }),
    ...(options['no-limits'] ? { hasLimits: false } : {}),
  });
  say(`web      ${emulator.webUrl}`);
  say(`REST     ${emulator.restUrl}`);
  say(`GraphQL  ${emulator.graphqlUrl}`);
  say(`control  ${emulator.origin}/_emulator/bill`);
  for (const organisation of sources.flatMap((source) => source.organisations)) {
    say(`organisation ${organisation.account.login}`);
  }
  for (const token of emulator.tokens) say(`token    ${describe(token)}`);
  for (const app of emulator.oauthApps)
    say(`OAuth app ${app.clientId}  secret ${app.clientSecret}: ${app.callbackUrls.join(', ')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)));
  }
  return emulator;
}

function describe(token: Token): string {
  const owner = token.kind === 'fine-grained' ? token.resourceOwner : token.login;
  const reach = isScoped(token) ? token.scopes.join(', ') : `everything of ${owner}`;
  return `${token.value}  ${token.kind} of ${token.login}: ${reach}`;
}
