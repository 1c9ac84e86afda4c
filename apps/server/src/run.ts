import { parseArgs } from 'node:util';
import { checkoutFolder, parseConfiguration } from './platform/configuration/index.ts';
import { AppError } from './platform/errors/index.ts';
import { toExitCode, toRefusal } from './refusal.ts';
import { tellSupervisor } from './role-messages.ts';

const options = {
  role: { type: 'string', default: 'all' },
  'when-refused': { type: 'string', default: process.stdout.isTTY ? 'page' : 'exit' },
  // Set by the supervisor for the roles it starts.
  supervised: { type: 'boolean', default: false },
} as const;

const usage =
  'Usage: main.ts [--role=all|api|worker] [--when-refused=page|exit]\n' +
  '  --role          all (default) starts the database and both roles and keeps them running\n' +
  '  --when-refused  what to do when the start is refused: say why on a page and try again (default in a\n' +
  '                  terminal), or exit with a code (default elsewhere)';

interface Asked {
  readonly role: 'all' | 'api' | 'worker';
  readonly whenRefused: 'page' | 'exit';
  readonly isSupervised: boolean;
}

const parseAsked = (args: readonly string[]): Asked => {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { role, 'when-refused': whenRefused, supervised: isSupervised } = values;
    if (role !== 'all' && role !== 'api' && role !== 'worker') throw new Error(`There is no role "${role}".`);
    if (whenRefused !== 'page' && whenRefused !== 'exit')
      throw new Error(`--when-refused is "${whenRefused}".`);
    return { role, whenRefused, isSupervised };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('configuration-invalid', `${reason}\n${usage}`, { cause: error });
  }
};

/** Loads only what it runs: the supervisor stays small, and a role starts without the supervisor's parts. */
const start = async ({ role, whenRefused, isSupervised }: Asked): Promise<void> => {
  const configuration = parseConfiguration(process.env, checkoutFolder);
  if (role === 'all') {
    const { superviseUntilStopped } = await import('./supervise.ts');
    await superviseUntilStopped(configuration, whenRefused);
  } else {
    const { runRole } = await import('./run-role.ts');
    await runRole(role, configuration, isSupervised);
  }
};

/** Runs the program with these arguments until it is told to stop; a refused start sets the exit code of its reason. */
export const run = async (args: readonly string[]): Promise<void> => {
  // Whoever read what we print may be gone before we are; that is no reason to end.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  let isSupervised = false;
  try {
    const asked = parseAsked(args);
    isSupervised = asked.isSupervised;
    await start(asked);
  } catch (error) {
    const refusal = toRefusal(error);
    if (isSupervised) tellSupervisor({ kind: 'refused', refusal });
    else console.error(`Throughline cannot start (${refusal.code}): ${refusal.message}`);
    process.exitCode = toExitCode(refusal);
  } finally {
    if (process.connected) process.disconnect?.();
  }
};
