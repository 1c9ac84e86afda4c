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
  readonly ids: readonly string[];
}

/** Key ids stand inside sealed texts, so they hold no dot. */
const keyEntry = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{4,40}$/),
  key: z
    .base64url()
    .transform((text) => Buffer.from(text, 'base64url'))
    .refine((bytes) => bytes.length === 32, 'A key is 32 bytes.'),
  createdAt: z.iso.datetime(),
});

const keyFile = z.strictObject({ version: z.literal(1), keys: z.array(keyEntry).min(1).max(8) });

export type KeyFileContent = z.input<typeof keyFile>;

/** Reads the content of a key file. Undefined when it is not one of ours. */
export function parseKeyRing(text: string): KeyRing | undefined {
  const file = keyFile.safeParse(parseJson(text)).data;
  const [current] = file?.keys ?? [];
  if (file === undefined || current === undefined) return undefined;
  const byId = new Map(
    file.keys.map((entry): [string, Key] => [entry.id, { id: entry.id, bytes: entry.key }]),
  );
  if (byId.size !== file.keys.length) return undefined;
  return {
    current: { id: current.id, bytes: current.key },
    find: (keyId) => byId.get(keyId),
    ids: [...byId.keys()],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
