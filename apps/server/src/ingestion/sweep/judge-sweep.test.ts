import type { SweptRepository } from '@throughline/github';
import { expect, test } from 'vitest';
import { type InStep, judgeSweep } from './judge-sweep.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1, hour));
const held: InStep = {
  repositoryId: 7,
  nodeId: 'R_7',
  fullName: 'acme/api',
  isArchived: false,
  total: 3,
  watermarkAt: at(4),
};
const found = {
  kind: 'found',
  nodeId: 'R_7',
  githubId: 70,
  fullName: 'acme/api',
  isArchived: false,
  pullRequestTotal: 3,
  newestUpdatedAt: at(4),
} satisfies SweptRepository;

test.each<[string, Partial<InStep>, SweptRepository, ReturnType<typeof judgeSweep>]>([
  ['at rest', {}, found, { changed: [], unchanged: [7], isListDue: false }],
  [
    'with an update',
    {},
    { ...found, newestUpdatedAt: at(5) },
    { changed: [7], unchanged: [], isListDue: false },
  ],
  ['with one less', {}, { ...found, pullRequestTotal: 2 }, { changed: [7], unchanged: [], isListDue: false }],
  [
    'with its first',
    { watermarkAt: undefined, total: 0 },
    { ...found, pullRequestTotal: 1 },
    { changed: [7], unchanged: [], isListDue: false },
  ],
  [
    'without any',
    { watermarkAt: undefined, total: 0 },
    { ...found, pullRequestTotal: 0, newestUpdatedAt: undefined },
    { changed: [], unchanged: [7], isListDue: false },
  ],
  ['renamed', {}, { ...found, fullName: 'acme/api2' }, { changed: [], unchanged: [7], isListDue: true }],
  ['archived', {}, { ...found, isArchived: true }, { changed: [], unchanged: [7], isListDue: true }],
  [
    'that is not shown',
    {},
    { kind: 'not-found', nodeId: 'R_7', reason: 'gone' },
    { changed: [], unchanged: [], isListDue: true },
  ],
])('a repository %s', (_, more, seen, verdict) => {
  expect(judgeSweep([{ ...held, ...more }], [seen])).toEqual(verdict);
});
