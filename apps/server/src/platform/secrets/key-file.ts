import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../errors/index.ts';
import { type KeyFileContent, type KeyRing, parseKeyRing } from './key-ring.ts';

interface KeyFileOptions {
  readonly path: string;
  /** Whether the database already holds what only the old keys can open: then no new file is made. */
  readonly hasSealedData: boolean;
  readonly now: Date;
}

/**
 * The key ring in the file at `path`; on the first start of all, a new one, readable by its owner only. Two processes
 * may start at once: the file appears whole or not at all, and the second one reads what the first one made.
 */
export async function loadKeyRing({ path, hasSealedData, now }: KeyFileOptions): Promise<KeyRing> {
  const found = await findText(path);
  if (found !== undefined) return getRing(found, path);
  if (hasSealedData) {
    throw new AppError(
      'key-file-missing',
      `The key file ${path} is missing, and the database holds credentials that only its keys can open. ` +
        'Put the file back from your backup. If it is lost for good, so are the stored credentials: ' +
        'empty the table encryption_key_check, start again, and enter each credential anew.',
      { context: { path } },
    );
  }
  await writeNewFile(path, now);
  return getRing(await readFile(path, 'utf8'), path);
}

function getRing(text: string, path: string): KeyRing {
  const ring = parseKeyRing(text);
  if (ring !== undefined) return ring;
  throw new AppError(
    'key-file-wrong',
    `The file ${path} is not a key file that this version can read. Put the right one back from your backup.`,
    { context: { path } },
  );
}

async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = findErrorCode(error);
    if (code === 'ENOENT') return undefined;
    throw new AppError(
      'key-file-wrong',
      `The key file ${path} cannot be read (${String(code)}). Make it readable for the user that runs Throughline.`,
      { cause: error, context: { path } },
    );
  }
}

const findErrorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

async function writeNewFile(path: string, now: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(toNewContent(now), undefined, 2)}\n`);
    await file.sync();
    await file.close();
    await link(draft, path);
  } catch (error) {
    if (findErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function toNewContent(now: Date): KeyFileContent {
  const id = `k${randomBytes(6).toString('hex')}`;
  return {
    version: 1,
    keys: [{ id, key: randomBytes(32).toString('base64url'), createdAt: now.toISOString() }],
  };
}
