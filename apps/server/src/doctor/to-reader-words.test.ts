import type { DoctorCheck } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { toChainSentence, toReaderChecks } from './to-reader-words.ts';

const toCheck = (repair: DoctorCheck['repair']): DoctorCheck => ({
  id: 'x',
  about: 'repository',
  title: 'X',
  verdict: 'broken',
  proof: 'p',
  repair,
  tookMs: 1,
});

const link = (address: string) => ({ text: 'Do it.', link: { address, text: 'There' } });
const act = { text: 'Do it.', act: { kind: 'sync-now', connectionId: 1 } } as const;

describe('a repair that is an administrator’s', () => {
  it.each([[link('/sync')], [link('/settings/github')], [link('/settings/github/acme/doctor')], [act]])(
    'is for others a thing to ask for: %j',
    (repair) => {
      expect(toReaderChecks([toCheck(repair)], false)[0]?.repair).toEqual({
        text: 'Ask an administrator: Do it.',
      });
      expect(toReaderChecks([toCheck(repair)], true)[0]?.repair).toEqual(repair);
    },
  );

  it.each([[link('/settings/me')], [link('https://github.com/settings/emails')], [{ text: 'Wait.' }]])(
    'that is anybody’s stays: %j',
    (repair) => {
      expect(toReaderChecks([toCheck(repair)], false)[0]?.repair).toEqual(repair);
    },
  );
});

it.each([
  [['ok', 'broken'], 'This is why you miss acme/api.'],
  [['ok', 'attention'], 'Nothing hides acme/api from you; there is something to know about it.'],
  [['ok', 'not-checked'], 'Nothing stands between you and acme/api.'],
  [['not-checked'], 'Nothing could be checked about acme/api.'],
] as const)('%j is said as %j', (verdicts, sentence) => {
  expect(
    toChainSentence(
      verdicts.map((verdict) => ({ verdict })),
      'acme/api',
    ),
  ).toBe(sentence);
});
