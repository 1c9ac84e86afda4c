import { expect, test } from 'vitest';
import type { CheckVerdict } from './doctor.ts';
import { toDoctorSentence, toDoctorVerdict } from './doctor-words.ts';

const toChecks = (...told: (readonly [CheckVerdict, string])[]) =>
  told.map(([verdict, title]) => ({ verdict, title }));

test.each([
  [toChecks(['ok', 'A'], ['ok', 'B']), 'ok', 'All is well: 2 checks passed.'],
  [toChecks(['ok', 'A'], ['not-checked', 'B']), 'ok', 'All is well: 1 check passed. 1 was not checked.'],
  [toChecks(['attention', 'A'], ['ok', 'B']), 'attention', 'A needs you; nothing is broken.'],
  [toChecks(['attention', 'A'], ['attention', 'B']), 'attention', 'A and B need you; nothing is broken.'],
  [toChecks(['attention', 'A'], ['broken', 'B']), 'broken', 'B is broken.'],
  [
    toChecks(['broken', 'A'], ['broken', 'B'], ['broken', 'C'], ['broken', 'D'], ['not-checked', 'E']),
    'broken',
    'A, B, C and 1 more are broken. 1 was not checked.',
  ],
  [toChecks(['not-checked', 'A']), 'not-checked', 'Nothing could be checked.'],
  [[], 'not-checked', 'Nothing could be checked.'],
] as const)('%j', (checks, verdict, sentence) => {
  expect(toDoctorVerdict(checks)).toBe(verdict);
  expect(toDoctorSentence(checks)).toBe(sentence);
});
