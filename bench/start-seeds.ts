import { join } from 'node:path';
import { startProgram } from '@throughline/e2e/testing/start-program.ts';
import * as z from 'zod';

const github = z.object({ origin: z.string(), token: z.string(), organisation: z.string() });
const pair = z.object({ seed: z.number(), disturbed: github, quiet: github });

/** An organisation that is read while GitHub fails, and the same read undisturbed. */
export type SeedPair = z.output<typeof pair>;

/** Starts the GitHubs of these seeds, all in one process, which ends with `stack`. */
export async function startSeeds(
  seeds: readonly number[],
  stack: AsyncDisposableStack,
): Promise<readonly SeedPair[]> {
  const script = join(import.meta.dirname, 'serve-seeds.ts');
  const program = stack.use(startProgram(script, seeds.map(String), {}));
  await program.waitFor(/^ready$/m);
  const lines = program.output().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => pair.parse(JSON.parse(line)));
}
