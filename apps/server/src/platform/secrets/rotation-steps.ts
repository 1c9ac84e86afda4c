import { AppError } from '../errors/index.ts';
import type { KeyEntry, KeyFileContent } from './key-ring.ts';

/** Where a rotation stands, told by the key file alone: whoever was killed half-way goes on from there. */
export type RotationStep =
  /** One key: nothing has begun. */
  | { readonly kind: 'begin' }
  /** The newest key stands behind the one that seals: it is known, and not used yet. */
  | { readonly kind: 'announced'; readonly key: KeyEntry }
  /** The newest key seals; what stands behind it is on its way out. */
  | { readonly kind: 'sealing'; readonly key: KeyEntry; readonly oldKeyIds: readonly string[] };

export function findStep({ keys }: KeyFileContent): RotationStep {
  const [first, ...others] = keys;
  if (first === undefined || others.length === 0) return { kind: 'begin' };
  const key = findNewest(first, others);
  return key === first
    ? { kind: 'sealing', key, oldKeyIds: others.map(({ id }) => id) }
    : { kind: 'announced', key };
}

const toMs = ({ createdAt }: KeyEntry): number => Date.parse(createdAt);

const findNewest = (first: KeyEntry, others: readonly KeyEntry[]): KeyEntry =>
  others.reduce((newest, key) => (toMs(key) > toMs(newest) ? key : newest), first);

/** When a key is made that is to be the newest, whatever this machine's clock says. */
export const toNewestAt = ({ keys }: KeyFileContent, now: Date): Date =>
  new Date(Math.max(now.getTime(), ...keys.map((key) => toMs(key) + 1)));

/** With a new key last: all may get to know it before anything is sealed with it. */
export const announce = ({ keys }: KeyFileContent, key: KeyEntry): KeyFileContent => {
  if (keys.length < mostKeys) return { version: 1, keys: [...keys, key] };
  throw new AppError(
    'key-file-wrong',
    `The key file holds ${mostKeys} keys already, and no room for a new one.`,
  );
};

const mostKeys = 8;

/** With a key first: it seals from now on. */
export const putFirst = ({ keys }: KeyFileContent, key: KeyEntry): KeyFileContent => ({
  version: 1,
  keys: [key, ...keys.filter(({ id }) => id !== key.id)],
});

/** With that key alone. */
export const keepOnly = (key: KeyEntry): KeyFileContent => ({ version: 1, keys: [key] });
