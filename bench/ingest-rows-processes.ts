import { readdir, readFile } from 'node:fs/promises';

/** What a process, with all it started and still runs where it is a database, used since it began. */
export interface ProcessUse {
  readonly cpuSeconds: number;
  /** The most memory it ever held at once; 0 where there are several. */
  readonly mibMax: number;
}

export interface ProcessIds {
  readonly emulator: number;
  readonly worker: number;
  readonly api: number;
  /** The postmaster. */
  readonly postgres: number;
}

/** The kernel's clock ticks a second, the same on every Linux we run on. */
const ticksPerSecond = 100;

/** Reads what the kernel counted. Rejects when one of them is gone: what it used is then not known. Linux only. */
export async function loadUse(pids: ProcessIds): Promise<Readonly<Record<keyof ProcessIds, ProcessUse>>> {
  return {
    emulator: await loadProcess(pids.emulator),
    worker: await loadProcess(pids.worker),
    api: await loadProcess(pids.api),
    postgres: { cpuSeconds: await sumTree(pids.postgres), mibMax: 0 },
  };
}

/** Processes that one started, by command line. */
export async function listChildren(parent: number): Promise<readonly { pid: number; command: string }[]> {
  const stats = await listStats();
  const children = stats.filter(({ ppid }) => ppid === parent);
  return Promise.all(
    children.map(async ({ pid }) => ({ pid, command: (await readText(`/proc/${pid}/cmdline`)) ?? '' })),
  );
}

async function loadProcess(pid: number): Promise<ProcessUse> {
  const stat = parseStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
  const [, kib = '0'] = /^VmHWM:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return { cpuSeconds: stat.ticks / ticksPerSecond, mibMax: Number(kib) / 1024 };
}

/** Of the postmaster, the servers it runs, and those that have ended. */
async function sumTree(postmaster: number): Promise<number> {
  const stats = await listStats();
  const own = stats.filter(({ pid, ppid }) => pid === postmaster || ppid === postmaster);
  const ended = own.find(({ pid }) => pid === postmaster)?.endedTicks ?? 0;
  return own.reduce((sum, { ticks }) => sum + ticks, ended) / ticksPerSecond;
}

interface Stat {
  readonly pid: number;
  readonly ppid: number;
  readonly ticks: number;
  /** Of children that have ended and were waited for. */
  readonly endedTicks: number;
}

async function listStats(): Promise<readonly Stat[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(names.map((name) => readText(`/proc/${name}/stat`)));
  return texts.flatMap((text) => (text === undefined ? [] : [parseStat(text)]));
}

/** The second field is the program's name in brackets and may hold anything. */
function parseStat(text: string): Stat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (index: number): number => Number(fields[index - 3]);
  return {
    pid: Number.parseInt(text, 10),
    ppid: at(4),
    ticks: at(14) + at(15),
    endedTicks: at(16) + at(17),
  };
}

/** Undefined when the process has ended meanwhile. */
const readText = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
