import * as z from 'zod';

export interface Key {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** The keys this deployment can open with; the first one seals. */
export interface KeyRing {
  readonly current: Key;
  find(keyId: string): Key | undefined;
  /** In the file's order. */
  readonly ids: readonly string[];
}

/** Key ids stand inside sealed texts, so they hold no dot. */
const keyEntry = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{4,40}$/),
  key: z.base64url().refine((text) => toBytes(text).length === 32, 'A key is 32 bytes.'),
  createdAt: z.iso.datetime(),
});

const keyFile = z
  .strictObject({ version: z.literal(1), keys: z.array(keyEntry).min(1).max(8) })
  .refine(({ keys }) => new Set(keys.map(({ id }) => id)).size === keys.length, 'Each key has its own id.');

export type KeyEntry = z.output<typeof keyEntry>;

/** What stands in a key file. */
export type KeyFileContent = z.output<typeof keyFile>;

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

/** Reads the text of a key file. Undefined when it is not one of ours. */
export const parseKeyFile = (text: string): KeyFileContent | undefined =>
  keyFile.safeParse(parseJson(text)).data;

/** Reads the text of a key file as a ring. Undefined when it is not one of ours. */
export function parseKeyRing(text: string): KeyRing | undefined {
  const content = parseKeyFile(text);
  return content === undefined ? undefined : toKeyRing(content);
}

export function toKeyRing({ keys }: KeyFileContent): KeyRing {
  const byId = new Map(keys.map(({ id, key }): [string, Key] => [id, { id, bytes: toBytes(key) }]));
  const [current] = byId.values();
  if (current === undefined) throw new RangeError('A key file holds at least one key.');
  return { current, find: (keyId) => byId.get(keyId), ids: [...byId.keys()] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
