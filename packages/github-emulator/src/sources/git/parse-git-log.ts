import { Buffer } from 'node:buffer';
import type { ChangedFileRecord } from '../../world/model.ts';
import type { GitEntry } from './git-entry.ts';

/** Arguments that make `git log` speak what `parseGitLog` reads: everything between NULs, because messages hold anything else. */
export const gitLogArguments = [
  'log',
  '-z',
  '--date-order',
  '--raw',
  '--numstat',
  '--find-renames',
  '--diff-merges=first-parent',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--encoding=UTF-8',
  '--format=%x00commit%x00%H%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00',
] as const;

/** Commits out of the NUL-separated output of `git log`, whatever pieces it comes in. */
export async function* parseGitLog(output: AsyncIterable<Buffer>): AsyncGenerator<GitEntry> {
  let block: string[] = [];
  for await (const token of splitAtNul(output)) {
    if (token !== 'commit' || isInsideBlock(block)) {
      block.push(token);
      continue;
    }
    if (block.length > 1) yield toEntry(block);
    block = [token];
  }
  if (block.length > 1) yield toEntry(block);
}

const headerTokens = 10;

/** A field that happens to read "commit" starts nothing; neither does a path, which follows its own line. */
function isInsideBlock(block: readonly string[]): boolean {
  if (block[0] !== 'commit') return false;
  return block.length < headerTokens || block.at(-1) !== '';
}

function toEntry(block: readonly string[]): GitEntry {
  const [, oid = '', parents = '', name = '', email = '', at = '', ...rest] = block;
  const [committerName = '', committerEmail = '', committedAt = '', message = '', ...changes] = rest;
  return {
    oid,
    parentOids: parents.split(' ').filter(Boolean),
    author: { name, email, at: toValidInstant(at, committedAt) },
    committer: { name: committerName, email: committerEmail, at: toValidInstant(committedAt, at) },
    message: message.trimEnd(),
    files: parseChanges(changes),
  };
}

function toValidInstant(at: string, otherwise: string): string {
  if (!Number.isNaN(Date.parse(at))) return at;
  return Number.isNaN(Date.parse(otherwise)) ? '1970-01-01T00:00:00Z' : otherwise;
}

/** First the raw lines, which say what happened to each path, then the numbers, in the same order. */
function parseChanges(tokens: readonly string[]): readonly ChangedFileRecord[] {
  const types: string[] = [];
  const files: ChangedFileRecord[] = [];
  for (let index = 0; index < tokens.length; ) {
    const line = (tokens[index] ?? '').trimStart();
    const type = parseRawType(line);
    const file = parseNumbers(line, tokens.slice(index + 1, index + 3));
    if (type !== undefined) types.push(type);
    if (file !== undefined) files.push({ ...file, changeType: toChangeType(types[files.length]) });
    index += 1 + countPaths(type, file);
  }
  return files;
}

/** `:100644 100644 oid oid R087`: what happened to the path, or the two, that follow. */
function parseRawType(line: string): string | undefined {
  return line.startsWith(':') ? line.charAt(line.lastIndexOf(' ') + 1) : undefined;
}

/** `3\t1\tpath`, or `3\t1\t` with the old and the new path behind it. */
function parseNumbers(
  line: string,
  next: readonly string[],
): Omit<ChangedFileRecord, 'changeType'> | undefined {
  const match = /^(\d+|-)\t(\d+|-)\t([^]*)$/.exec(line);
  if (match === null) return undefined;
  const [, additions, deletions, path = ''] = match;
  const [previousPath, newPath = ''] = path === '' ? next : [undefined, path];
  return { path: newPath, previousPath, additions: toLines(additions), deletions: toLines(deletions) };
}

/** How many of the following tokens are paths of this line. */
function countPaths(
  type: string | undefined,
  file: { readonly previousPath: string | undefined } | undefined,
): number {
  if (type !== undefined) return type === 'R' || type === 'C' ? 2 : 1;
  return file?.previousPath === undefined ? 0 : 2;
}

function toChangeType(type: string | undefined): ChangedFileRecord['changeType'] {
  const types = { A: 'ADDED', C: 'ADDED', D: 'DELETED', R: 'RENAMED' } as const;
  return Object.entries(types).find(([letter]) => letter === type)?.[1] ?? 'MODIFIED';
}

/** Binary files have no lines. */
function toLines(text: string | undefined): number {
  return text === undefined || text === '-' ? 0 : Number(text);
}

async function* splitAtNul(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of output) {
    const bytes: Buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      yield decode(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield decode(rest);
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Git keeps bytes. What is no UTF-8 is read as Latin-1, which never fails. */
function decode(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
