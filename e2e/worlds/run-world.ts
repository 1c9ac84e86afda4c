import { parseArgs } from 'node:util';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { makeOwnAuthority } from '@throughline/github-emulator/own-authority.ts';
import { worlds } from './worlds.data.ts';

/** Runs the world that the command line names, as `serve-world.ts` says. */
export async function runWorld(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      world: { type: 'string', default: 'acme' },
      now: { type: 'string', default: '' },
      'own-authority': { type: 'boolean', default: false },
    },
  });
  const own = values['own-authority'] ? await makeOwnAuthority() : undefined;
  const world = worlds[values.world];
  if (world === undefined) throw new Error(`No world is called ${values.world}.`);

  const emulator = await startEmulator({
    sources: world.craft(Date.parse(values.now)).map(craftRepository),
    shape: 'enterprise-server',
    tokens: [{ kind: 'classic', login: world.owner }],
    ...(own && { certificate: own.certificate }),
  });
  if (own) console.log(`authority ${Buffer.from(own.authority).toString('base64')}`);
  console.log(`web      ${emulator.webUrl}`);
  for (const token of emulator.tokens)
    console.log(`token    ${token.value}  ${token.kind} of ${token.login}`);
  process.once('SIGINT', () => void emulator.close().then(() => process.exit(0)));
}
