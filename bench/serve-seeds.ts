import { parseArgs } from 'node:util';
import { createProceduralOrganisation, startEmulator } from '@throughline/github-emulator';
import { startAt } from './seed-plan.ts';

/**
 * `serve-seeds.ts SEED …`: emulated GitHubs with limits, two for each seed with the same made-up organisation, all in this
 * process until it is ended. Says each in a line of JSON, then `ready`.
 */
const { positionals } = parseArgs({ allowPositionals: true });
for (const seed of positionals.map(Number)) {
  console.log(JSON.stringify({ seed, disturbed: await serve(seed), quiet: await serve(seed) }));
}
console.log('ready');
process.once('SIGINT', () => process.exit(0));

/** Starts one of them; resolves with where it is and who may read it. */
async function serve(seed: number) {
  const source = createProceduralOrganisation({
    now: startAt,
    shape: 'average',
    people: 20,
    repos: 4,
    pulls: 200,
    changes: 3,
    oddTitles: true,
    seed,
  });
  const [organisation] = source.organisations;
  const owner = organisation?.members.find(({ role }) => role === 'ADMIN');
  if (organisation === undefined || owner === undefined) throw new Error(`Nobody owns seed ${seed}.`);
  const { origin, tokens } = await startEmulator({
    sources: [source],
    shape: 'enterprise-server',
    hasLimits: true,
    clockAt: startAt,
    tokens: [{ kind: 'classic', login: owner.account.login }],
  });
  return { origin, token: tokens[0]?.value, organisation: organisation.account.login };
}
