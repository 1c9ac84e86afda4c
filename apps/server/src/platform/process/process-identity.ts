import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process with this id exists, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The part of `/proc/<pid>/stat` behind the command, which may hold spaces and brackets: its 20th field is the start. */
const parseStartTicks = (stat: string): string | undefined =>
  stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];

const findOnLinux = async (pid: number): Promise<string | undefined> => {
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
  ]);
  return `${boot.trim()} ${parseStartTicks(stat)}`;
};

const findWithPs = async (pid: number): Promise<string | undefined> =>
  (await run('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();

/**
 * When the process started, as an opaque text: a process id alone is given to another process sooner or later, in a
 * container often to the very next one. Undefined when the process is gone or the system does not say.
 */
export const findStartMark = (pid: number): Promise<string | undefined> => {
  const find = process.platform === 'linux' ? findOnLinux : findWithPs;
  return find(pid).catch(() => undefined);
};

/** The command line of a process, or undefined when it is gone or the system does not say. */
export const findCommandLine = (pid: number): Promise<string | undefined> => {
  const find =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8').then((text) => text.replaceAll('\0', ' ').trim())
      : run('ps', ['-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout.trim());
  return find.catch(() => undefined);
};
