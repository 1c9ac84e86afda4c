import { randomBytes, randomUUID } from 'node:crypto';
import { chown, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../errors/index.ts';
import { type KeyEntry, type KeyFileContent, type KeyRing, parseKeyFile, toKeyRing } from './key-ring.ts';

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
  const found = await findKeyFile(path);
  if (found !== undefined) return toKeyRing(found);
  if (hasSealedData) throw keyFileMissing(path);
  return toKeyRing(await makeKeyFile(path, now));
}

/** The file of a deployment that is known to have one. Throws `key-file-missing` or `key-file-wrong`. */
export async function loadKeyFile(path: string): Promise<KeyFileContent> {
  const found = await findKeyFile(path);
  if (found === undefined) throw keyFileMissing(path);
  return found;
}

/** Undefined when there is none. Throws `key-file-wrong` for one that cannot be read. */
export async function findKeyFile(path: string): Promise<KeyFileContent | undefined> {
  const text = await findText(path);
  if (text === undefined) return undefined;
  const content = parseKeyFile(text);
  if (content !== undefined) return content;
  throw new AppError(
    'key-file-wrong',
    `The file ${path} is not a key file that this version can read. Put the right one back from your backup.`,
    { context: { path } },
  );
}

const keyFileMissing = (path: string): AppError =>
  new AppError(
    'key-file-missing',
    `The key file ${path} is missing, and the database holds credentials that only its keys can open. ` +
      'Put the file back from your backup. If it is lost for good, so are the stored credentials: ' +
      'run "npm run rotate-keys -- --give-up-lost-keys", start again, and enter each credential anew.',
    { context: { path } },
  );

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

/** Makes a file with one new key, unless there is one by now, and returns what it holds. */
export async function makeKeyFile(path: string, now: Date): Promise<KeyFileContent> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(path, { version: 1, keys: [createKey(now)] });
  try {
    await link(draft, path);
  } catch (error) {
    if (findErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return loadKeyFile(path);
}

/**
 * Puts another content in the file's place: whoever reads meanwhile reads the one or the other, whole. It stays its
 * owner's, also when root does it.
 */
export async function replaceKeyFile(path: string, content: KeyFileContent): Promise<void> {
  const { uid, gid } = await stat(path);
  const draft = await writeDraft(path, content);
  try {
    if (process.getuid?.() === 0) await chown(draft, uid, gid);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

async function writeDraft(path: string, content: KeyFileContent): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

/** What was renamed outlasts a power cut only once its folder is on disk. Some systems cannot do that to a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

export function createKey(now: Date): KeyEntry {
  const id = `k${randomBytes(6).toString('hex')}`;
  return { id, key: randomBytes(32).toString('base64url'), createdAt: now.toISOString() };
}
