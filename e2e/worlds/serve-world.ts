import { parseArgs } from 'node:util';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { makeOwnAuthority } from '@throughline/github-emulator/own-authority.ts';
import { worlds } from './worlds.data.ts';

/**
 * `serve-world.ts --world NAME --now INSTANT`: an Enterprise Server with that world, in a process of its own, until it
 * is ended. Says where it is and what its tokens are in the words of `npm run emulator`. With `--own-authority` it speaks
 * TLS by a certificate of an authority that nobody knows, and says that too, in Base64.
 */
const { values } = parseArgs({
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
for (const token of emulator.tokens) console.log(`token    ${token.value}  ${token.kind} of ${token.login}`);
process.once('SIGINT', () => void emulator.close().then(() => process.exit(0)));
