import { getMe, getSession } from '@throughline/contract';
import { openApi } from '../api/open-api.ts';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { findServer } from '../session.ts';
import { writeSettings } from '../settings/settings-file.ts';
import type { World } from '../world.ts';
import { toMeWords } from './me-words.ts';

/** Asks for a key made in Settings, checks it, and keeps it with its address. */
export async function login(world: World, { url }: { readonly url?: string }): Promise<Outcome> {
  const { origin } = await findServer(world, url);
  // Before a key is asked for: whoever answers here is a Throughline, or this says what it is.
  await openApi({ origin, fetch: world.fetch })(getSession);
  world.terminal.writeError(`Make a key at ${origin}/settings/keys and paste it here.\n`);
  const key = await world.askSecret('Key');
  if (key === undefined) throw calledOff();
  if (!/^tl_[\w-]{43}$/.test(key)) throw notAKey(origin);
  const me = await openApi({ origin, key, fetch: world.fetch })(getMe);
  await writeSettings(world.settingsPath, { url: origin, key });
  return {
    lines: [
      ...toMeWords(me, origin, world.now()),
      `Kept in ${world.settingsPath}, for you alone.`,
      ...listStronger(world).map(
        (name) => `${name} is set and comes before what is kept. Unset it to use this key.`,
      ),
    ],
    json: { url: origin, ...me },
    exitCode: exitCodes.fine,
  };
}

/** Variables that are heard before the file. */
const listStronger = ({ environment }: World): readonly string[] =>
  ['THROUGHLINE_URL', 'THROUGHLINE_KEY'].filter((name) => (environment[name] ?? '').trim() !== '');

const calledOff = (): CliFailure =>
  new CliFailure(exitCodes.failed, {
    code: 'called-off',
    message: 'No key was given, so nothing was changed. Run throughline login again when you have one.',
  });

const notAKey = (origin: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, {
    code: 'key-malformed',
    message:
      'This is not a whole key: one begins with tl_ and has 46 characters. Copy it again, or make another one.',
    link: `${origin}/settings/keys`,
  });
