import { describe, expect, test } from 'vitest';
import { readAuditFilter } from './audit-filter.ts';
import { toActionName, toActionWords, toDetailWords, toSubjectWords } from './audit-words.ts';

describe('the address of the audit', () => {
  test('is read part by part', () => {
    const search = { subject: 'connection:7', actor: 'Ada@Example.com', period: '2026-11-01..2026-11-02' };

    expect(readAuditFilter(search)).toEqual({
      filter: { ...search, actor: 'ada@example.com' },
      refused: [],
    });
  });

  test('with a part that is not understood keeps the others and names that one', () => {
    const { filter, refused } = readAuditFilter({ action: 'connection', period: 'yesterday', other: 'x' });

    expect(filter).toEqual({ action: 'connection' });
    expect(refused).toEqual([
      { name: 'period', value: 'yesterday', reason: 'A period is written like 2026-11-01..2026-11-15.' },
    ]);
  });
});

describe('a change in words', () => {
  test.each([
    ['connection.created', 'connected an organisation'],
    ['web-hook.re-played', 'web hook: re played'],
    ['odd', 'odd'],
  ])('%s', (action, words) => {
    expect(toActionWords(action)).toBe(words);
  });

  test('has its kind’s name, its subject and its details', () => {
    expect(toActionName('connection')).toBe('Connections');
    expect(toSubjectWords('exclusion-rule:7')).toBe('exclusion rule 7');
    expect(toDetailWords({ name: 'acme', days: 7 })).toBe('name: acme, days: 7');
  });
});
