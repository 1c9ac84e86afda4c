import { readFileSync } from 'node:fs';
import { AppError } from '../errors/index.ts';
import { type Key, type KeyRing, parseKeyRing } from './key-ring.ts';

/** The ring of a running program, which follows its key file while the keys are being rotated. */
export interface KeptKeyRing extends KeyRing {
  /** Goes on with this ring, which is proven to be this database's. */
  follow(ring: KeyRing): void;
  /** Whether the key that seals may go on doing so. When not, `current` throws `key-file-wrong`. */
  allowSealing(isAllowed: boolean): void;
}

/**
 * A ring that looks into the file at `path` when it is asked for a key it does not know: another process may seal with
 * a new key a moment before this one has heard of it. What it finds there it opens with; which key seals, only `follow`
 * changes.
 */
export function keepKeyRing(path: string, first: KeyRing): KeptKeyRing {
  let ring = first;
  let isSealing = true;
  return {
    get current() {
      if (!isSealing) throw keyRetired(ring.current);
      return ring.current;
    },
    get ids() {
      return ring.ids;
    },
    find: (keyId) => ring.find(keyId) ?? findInFile(path, keyId),
    follow: (next) => {
      ring = next;
    },
    allowSealing: (isAllowed) => {
      isSealing = isAllowed;
    },
  };
}

function findInFile(path: string, keyId: string): Key | undefined {
  try {
    return parseKeyRing(readFileSync(path, 'utf8'))?.find(keyId);
  } catch {
    return undefined;
  }
}

const keyRetired = ({ id }: Key): AppError =>
  new AppError(
    'key-file-wrong',
    `The key ${id}, with which this process seals, was retired, and its key file holds no newer one of this database. ` +
      'Copy the key file of the machine where the keys were rotated to this one; it goes on within seconds.',
    { context: { keyId: id } },
  );
