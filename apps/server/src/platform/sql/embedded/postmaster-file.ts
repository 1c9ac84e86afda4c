import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running (or crashed) server wrote about itself into its data directory. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Lines 1 and 4 of `postmaster.pid`: its documented, stable layout. */
export const parsePostmasterFile = (text: string): PostmasterFile | undefined => {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) ? { pid, port } : undefined;
};

export const postmasterFilePath = (data: string): string => join(data, 'postmaster.pid');

export const findPostmasterFile = async (data: string): Promise<PostmasterFile | undefined> => {
  const text = await readFile(postmasterFilePath(data), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePostmasterFile(text);
};
