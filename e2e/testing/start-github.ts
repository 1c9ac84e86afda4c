import { join } from 'node:path';
import { checkoutFolder } from './checkout-folder.ts';
import { type RunningProgram, startProgram } from './start-program.ts';

/** A GitHub Enterprise Server on this machine, in a process of its own. */
export interface Github extends AsyncDisposable {
  readonly origin: string;
  /** A classic token of an owner. */
  readonly token: string;
  /** Of one that speaks TLS: the certificate of the authority that nobody knows, PEM. */
  readonly authority: string | undefined;
  /** Posts to the emulator's own control routes, such as `tokens`; resolves with what it answers. */
  readonly control: (route: string, body: unknown) => Promise<unknown>;
}

/** An organisation of `worlds/`, as it is at this instant. */
export const startWorld = (world: string, nowMs: number): Promise<Github> =>
  toGithub(
    startProgram(
      join(checkoutFolder, 'e2e/worlds/serve-world.ts'),
      ['--world', world, '--now', new Date(nowMs).toISOString()],
      {},
    ),
  );

/** The same, speaking TLS by a certificate of an authority of its own. Its `control` does not know that authority. */
export const startOwnAuthorityWorld = (world: string, nowMs: number): Promise<Github> =>
  toGithub(
    startProgram(
      join(checkoutFolder, 'e2e/worlds/serve-world.ts'),
      ['--world', world, '--now', new Date(nowMs).toISOString(), '--own-authority'],
      { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    ),
  );

/** The emulator as `npm run emulator` starts it, with these options. */
export const startEmulatorCommand = (options: readonly string[]): Promise<Github> =>
  toGithub(
    startProgram(
      join(checkoutFolder, 'packages/github-emulator/src/main.ts'),
      ['--shape', 'enterprise-server', ...options],
      { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    ),
  );

async function toGithub(program: RunningProgram): Promise<Github> {
  const [, origin = ''] = await program.waitFor(/^web +(https?:\S+)/m);
  const [, token = ''] = await program.waitFor(/^token +(\S+) +classic/m);
  const authority = /^authority (\S+)$/m.exec(program.output())?.[1];
  return {
    authority: authority === undefined ? undefined : Buffer.from(authority, 'base64').toString(),
    origin: new URL(origin).origin,
    token,
    control: async (route, body) => {
      const url = `${new URL(origin).origin}/_emulator/${route}`;
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
      return response.json();
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
