import { expect, it } from 'vitest';
import { toAttentionSentence } from './attention-sentence.ts';

const told = { of: 'me', show: 'waiting', total: 3, isAtLeast: false } as const;

it.each([
  [told, '3 things wait for you.'],
  [{ ...told, total: 1 }, '1 thing waits for you.'],
  [{ ...told, isAtLeast: true }, 'At least 3 things wait for you.'],
  [{ ...told, total: 0 }, 'Nothing waits for you.'],
  [{ ...told, total: 0, isUnlinked: true }, 'What waits for you is not known yet.'],
  [{ ...told, total: 0, isAtLeast: true }, 'Nothing waits for you in what has been read.'],
  [{ ...told, show: 'others', total: 2 }, '2 things of yours wait for others.'],
  [{ ...told, show: 'snoozed', total: 1 }, '1 thing is snoozed by you.'],
  [{ ...told, show: 'left-out', total: 0 }, 'Nothing is left out.'],
  [{ ...told, of: 'team', name: 'Payments' }, '3 things are beyond agreements in Payments.'],
  [{ ...told, of: 'team', name: 'Payments', agreed: [true] }, '3 things are beyond agreements in Payments.'],
  [
    { ...told, of: 'team', name: 'Payments', agreed: [false, false] },
    '3 things are beyond Throughline’s own limits in Payments.',
  ],
  [
    { ...told, of: 'repository', name: 'acme/api', agreed: [true, false] },
    '3 things are beyond agreements or Throughline’s own limits in acme/api.',
  ],
  [
    { ...told, of: 'team', name: 'Payments', total: 0, agreed: [false] },
    'Nothing is beyond Throughline’s own limits in Payments.',
  ],
  [{ ...told, of: 'my-teams', total: 0 }, 'Nothing is beyond agreements in your teams.'],
] as const)('tells a list in one sentence: %#', (given, sentence) => {
  expect(toAttentionSentence(given)).toBe(sentence);
});
