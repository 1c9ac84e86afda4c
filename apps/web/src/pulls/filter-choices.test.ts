import { parsePullText, toPullParams, writePullText } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { isChosen, listDays, narrowQualifiers, toDays, toggleFilter } from './filter-choices.ts';
import { qualifiers } from './qualifiers.data.ts';

const of = (name: string) => qualifiers.find((one) => one.name === name)!;
const toggle = (text: string, name: string, signed: string) =>
  writePullText(toggleFilter(parsePullText(text), of(name), signed));

describe('choosing a filter', () => {
  test.each([
    ['', 'author', '@me', 'author:@me'],
    ['author:@me', 'author', '@me', ''],
    ['author:@me', 'author', 'kim', 'author:@me author:kim'],
    ['label:bug', 'label', '-bug', '-label:bug'],
    ['-label:wip', 'label', 'wip', 'label:wip'],
    ['is:open', 'state', 'draft', 'is:open -is:draft'],
    ['', 'state', '-draft', 'state:open state:merged state:closed'],
    ['period:this-week', 'period', 'last-30-days', 'period:last-30-days'],
    ['created:2026-11-01', 'created', '>=2026-11-14', 'created:>=2026-11-14'],
    ['', 'label', 'good first issue', 'label:"good first issue"'],
    ['retry', 'q', 'two words', 'retry "two words"'],
    ['retry -legacy', 'q', '-legacy', 'retry'],
    ['', 'q', '-two words', '-"two words"'],
  ])('of %j by %s %s leaves what typing %j does', (before, name, signed, after) => {
    expect(parsePullText(toggle(before, name, signed))).toEqual(parsePullText(after));
  });

  test('knows what is chosen, as words of a title too', () => {
    const params = toPullParams({ author: ['kim', '-robin'], q: ['retry -"two words"'] });

    expect(isChosen(params, of('author'), 'kim')).toBe(true);
    expect(isChosen(params, of('author'), 'robin')).toBe(false);
    expect(isChosen(params, of('q'), '-two words')).toBe(true);
  });
});

describe('the qualifiers', () => {
  test('are found by their words and by what one types for them', () => {
    expect(narrowQualifiers(qualifiers, 'assigned').map(({ name }) => name)).toEqual(['assignee']);
    expect(narrowQualifiers(qualifiers, 'reviewed-by:').map(({ name }) => name)).toEqual(['reviewer']);
  });

  test('are written in the box as filters that it understands', () => {
    for (const { written, name } of qualifiers.filter((one) => one.written !== '')) {
      expect(Object.keys(parsePullText(`${written}open`)), written).toEqual([name]);
    }
  });
});

describe('days', () => {
  test('are offered from today on, and as they are typed', () => {
    expect(listDays('2026-11-21', '')[2]).toMatchObject({ value: '>=2026-11-14', name: 'Since 7 days ago' });
    expect(listDays('2026-11-21', '2026-10-01..2026-10-15').map(({ value }) => value)).toEqual([
      '2026-10-01..2026-10-15',
    ]);
    expect(listDays('2026-11-21', 'soon')).toEqual([]);
  });

  test.each([
    ['', '', undefined],
    ['2026-11-01', '', '>=2026-11-01'],
    ['', '2026-11-01', '<=2026-11-01'],
    ['2026-11-01', '2026-11-01', '2026-11-01'],
    ['2026-11-01', '2026-11-15', '2026-11-01..2026-11-15'],
  ])('between %j and %j are %j', (from, until, days) => {
    expect(toDays(from, until)).toBe(days);
  });
});
