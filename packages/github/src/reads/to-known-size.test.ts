import { expect, test } from 'vitest';
import type { Connection } from '../records/connection.ts';
import type { FileRecord } from '../records/pull-request-record.ts';
import { toKnownSize } from './to-known-size.ts';

const nothing = { additions: 0, deletions: 0, changedFiles: 0 };
const forbidden: Connection<FileRecord> = {
  items: [],
  total: undefined,
  isComplete: false,
  unavailableReason: 'forbidden',
};
const none: Connection<FileRecord> = { items: [], total: 0, isComplete: true };
const two: Connection<FileRecord> = {
  items: [
    { path: 'a', change: 'added', additions: 3, deletions: 0 },
    { path: 'b', change: 'modified', additions: 1, deletions: 2 },
  ],
  total: 2,
  isComplete: true,
};

test.each([
  [
    'a stated size',
    { stated: { additions: 1, deletions: 0, changedFiles: 1 }, files: forbidden },
    { additions: 1, deletions: 0, changedFiles: 1 },
  ],
  [
    'a rename, which adds no line',
    { stated: { additions: 0, deletions: 0, changedFiles: 1 }, files: undefined },
    { additions: 0, deletions: 0, changedFiles: 1 },
  ],
  ['0 with hidden files', { stated: nothing, files: forbidden }, undefined],
  ['0 before files were read', { stated: nothing, files: undefined }, undefined],
  ['0 proven by an empty list', { stated: nothing, files: none }, nothing],
  ['0 disproven by a list', { stated: nothing, files: two }, { additions: 4, deletions: 2, changedFiles: 2 }],
  ['0 with half a list', { stated: nothing, files: { ...two, isComplete: false } }, undefined],
] as const)('%s', (_name, evidence, expected) => {
  expect(toKnownSize(evidence)).toEqual(expected);
});
