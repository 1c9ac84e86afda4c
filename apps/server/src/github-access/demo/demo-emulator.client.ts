import { createProceduralOrganisation, startEmulator } from '@throughline/github-emulator';
import * as z from 'zod';
import { demoToken, demoWorld } from './demo.data.ts';

// The demo's GitHub as a process of its own: its work takes no time from the pages, and it ends with its parent.
const [now] = z.tuple([z.iso.datetime()]).parse(process.argv.slice(2));
process.once('disconnect', () => process.exit(0));

const world = createProceduralOrganisation({ ...demoWorld, now });
const login = world.organisations[0]?.members.find(({ role }) => role === 'ADMIN')?.account.login;
if (login === undefined) throw new Error('The made-up organisation has no owner.');
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [world],
  tokens: [{ kind: 'classic', value: demoToken, login, scopes: ['repo', 'read:org'] }],
});
process.send?.({ origin: emulator.origin });
