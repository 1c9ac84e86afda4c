import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../errors/index.ts';
import type { Key, KeyRing } from './key-ring.ts';

/** Where a sealed text stands. It opens only there: moved to another row or column it is refused. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The row's key, as text. */
  readonly row: string;
}

/** AES-256-GCM under the ring's first key; opens with any key of the ring. */
export interface SecretBox {
  /** One text: `v1.keyId.nonce.ciphertext.tag`, the last three base64url. Equal plaintexts give different texts. */
  seal(plain: string, place: SealedPlace): string;
  /** Throws `key-file-wrong` when the key is not in the ring, `internal` when the text was changed or moved. */
  open(sealed: string, place: SealedPlace): string;
  readonly keyIds: readonly string[];
  readonly currentKeyId: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const sealedShape =
  /^v1\.(?<keyId>[A-Za-z0-9_-]+)\.(?<nonce>[A-Za-z0-9_-]{16})\.(?<ciphertext>[A-Za-z0-9_-]*)\.(?<tag>[A-Za-z0-9_-]{22})$/;

export function createSecretBox(ring: KeyRing): SecretBox {
  return {
    seal: (plain, place) => seal(ring.current, plain, place),
    open: (sealed, place) => open(ring, sealed, place),
    // Asked each time: the ring of a running program follows its key file.
    get keyIds() {
      return ring.ids;
    },
    get currentKeyId() {
      return ring.current.id;
    },
  };
}

function seal(key: Key, plain: string, place: SealedPlace): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(toBoundData(key.id, place));
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return ['v1', key.id, ...parts].join('.');
}

function open(ring: KeyRing, sealed: string, place: SealedPlace): string {
  const parts = parseSealed(sealed);
  if (parts === undefined) throw toBrokenSeal(place);
  const key = ring.find(parts.keyId);
  if (key === undefined) throw toUnknownKey(parts.keyId, place);
  const decipher = createDecipheriv(algorithm, key.bytes, parts.nonce, { authTagLength: tagBytes });
  decipher.setAAD(toBoundData(parts.keyId, place));
  decipher.setAuthTag(parts.tag);
  try {
    return Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]).toString('utf8');
  } catch (error) {
    throw toBrokenSeal(place, error);
  }
}

interface SealedParts {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** Base64url leaves bits of a last character unused: only the canonical spelling is a text we wrote. */
function parseSealed(sealed: string): SealedParts | undefined {
  const groups = sealedShape.exec(sealed)?.groups;
  if (groups === undefined) return undefined;
  const { keyId = '', nonce = '', ciphertext = '', tag = '' } = groups;
  const buffers = { nonce: fromBase64(nonce), ciphertext: fromBase64(ciphertext), tag: fromBase64(tag) };
  const spelling = [buffers.nonce, buffers.ciphertext, buffers.tag].map((part) => part.toString('base64url'));
  return spelling.join('.') === `${nonce}.${ciphertext}.${tag}` ? { keyId, ...buffers } : undefined;
}

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64url');

/** `table|column|row`; names of tables and columns hold no bar, so no two places give the same bytes. */
function toBoundData(keyId: string, { table, column, row }: SealedPlace): Buffer {
  if (/\|/.test(table + column)) throw new RangeError('A table or column name holds no bar.');
  return Buffer.from(`v1|${keyId}|${table}|${column}|${row}`, 'utf8');
}

const toUnknownKey = (keyId: string, place: SealedPlace): AppError =>
  new AppError(
    'key-file-wrong',
    `A stored secret was sealed with the key ${keyId}, which is not in the key file. Put back the key file that holds it, or enter the credential again.`,
    { context: { keyId, ...place } },
  );

const toBrokenSeal = (place: SealedPlace, cause?: unknown): AppError =>
  new AppError(
    'internal',
    'A stored secret does not open: it was changed, or it belongs to another row. Enter the credential again.',
    { cause, context: { ...place } },
  );
