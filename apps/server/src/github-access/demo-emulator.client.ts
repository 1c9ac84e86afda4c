import { createProceduralOrganisation, startEmulator } from '@throughline/github-emulator';
import * as z from 'zod';
import { demoToken, demoWorld } from './demo.data.ts';

/** The demo's GitHub as a process of its own: its work takes no time from the pages, and it ends with its parent. */
const parseNow = z.tuple([z.coerce.date()]);

const [now] = parseNow.parse(process.argv.slice(2));
const emulator = await startEmulator({
  port: 0,
  shape: 'enterprise-server',
  world: createProceduralOrganisation({ ...demoWorld, now }),
  tokens: [
    { kind: 'classic', secret: demoToken, login: demoWorld.viewerLogin, scopes: ['repo', 'read:org'] },
  ],
});
process.once('disconnect', () => process.exit(0));
process.send?.({ origin: emulator.origin });
