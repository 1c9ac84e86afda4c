import { readdir, readFile } from 'node:fs/promises';
import type { RunningProgram } from './start-program.ts';

/** Ends a program and all that it started at once; resolves when it is gone. Linux only. */
export async function killTree(program: RunningProgram): Promise<void> {
  if (program.pid === undefined) return;
  for (const pid of await listTree(program.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // Ended by itself, for another of them was.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
  await program[Symbol.asyncDispose]();
}

/** Whoever would start others again first. */
async function listTree(root: number): Promise<readonly number[]> {
  const parents = await loadParents();
  const tree = [root];
  for (const pid of tree) {
    tree.push(...[...parents].flatMap(([child, parent]) => (parent === pid ? [child] : [])));
  }
  return tree;
}

/** Of every process, by its id. The second field of the kernel's line is the program's name in brackets, of any signs. */
async function loadParents(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)),
  );
  return new Map(
    lines.flatMap((line, at) => {
      const parent = line?.slice(line.lastIndexOf(')') + 2).split(' ')[1];
      return parent === undefined ? [] : [[pids[at] ?? 0, Number(parent)] as const];
    }),
  );
}
