import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOrganisationHouse } from './pages-pulls-house.ts';

const pulls = { small: 50_000, full: 1_000_000 } as const;

/** A million rows within a minute, and no more than this beside what the process held before. */
const limits = { rows_per_s: 1_000_000 / 60, mib_added: 150 } as const;

/**
 * All pull requests as one file of CSV over HTTP: `rows_per_s`, and `mib_added`, how much more memory the answering process
 * held at its most than before. Linux only.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  await using house = await startOrganisationHouse({
    pulls: pulls[size],
    people: 2_000,
    teams: 200,
    repositories: 500,
    seed: 1,
  });
  // The first answers load code that is no part of a file.
  for (let time = 0; time < 3; time += 1) await (await house.fetch('/api/pulls.csv?q=%231')).text();
  const before = await readMib(house.apiPid);
  const memory = watchMemory(house.apiPid);
  const startedAt = performance.now();
  const lines = await countLines(await house.fetch('/api/pulls.csv'));
  const seconds = (performance.now() - startedAt) / 1_000;
  const most = await memory.end();
  const rows = lines - 1;
  if (rows !== pulls[size]) throw new Error(`The file has ${rows} rows of ${pulls[size]}.`);
  const figures = {
    rows_per_s: Math.round(rows / seconds),
    mib_added: Math.max(0, Math.round(most - before)),
  };
  if (size === 'full' && (figures.rows_per_s < limits.rows_per_s || figures.mib_added > limits.mib_added)) {
    throw new Error(`Not as promised: ${JSON.stringify(figures)}, ${JSON.stringify(limits)}.`);
  }
  return figures;
};

/** Titles hold no line break, so that a line is a row. */
async function countLines(response: Response): Promise<number> {
  let lines = 0;
  for await (const chunk of response.body ?? []) {
    for (const byte of chunk as Uint8Array) if (byte === 10) lines += 1; // as: a body is of bytes
  }
  return lines;
}

function watchMemory(pid: number) {
  const over = new AbortController();
  const watching = (async () => {
    let most = 0;
    while (!over.signal.aborted) {
      most = Math.max(most, await readMib(pid));
      await sleep(50);
    }
    return most;
  })();
  return {
    end: () => {
      over.abort();
      return watching;
    },
  };
}

async function readMib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1_024;
}
