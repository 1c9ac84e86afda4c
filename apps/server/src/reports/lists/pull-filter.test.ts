import { describe, expect, test } from 'vitest';
import { parseDayRange } from './day-range.ts';
import { parsePullFilter } from './pull-filter.ts';

const today = { zone: 'Europe/Paris', on: '2026-11-21' };
const parse = (query: Parameters<typeof parsePullFilter>[0]) => parsePullFilter(query, today);

describe('parsePullFilter', () => {
  test('tells what is wanted from what is not', () => {
    const { label, author, team } = parse({ label: ['bug', '-wip'], person: 'kim', team: '@mine' });

    expect(label).toEqual({ is: ['bug'], isNot: ['wip'] });
    expect(author.is).toEqual(['kim']);
    expect(team.is).toEqual(['@mine']);
  });

  test.each([
    [{ state: 'lost' }, ['state', 'lost']],
    [{ repo: 'api' }, ['repo', 'api']],
    [{ period: '2026-11-15..2026-11-01' }, ['period', '2026-11-15..2026-11-01']],
    [{ created: '2026-13-01' }, ['created', '2026-13-01']],
    [{ merged: '2026-11-15..2026-11-01' }, ['merged', '2026-11-15..2026-11-01']],
    [{ sort: 'beauty-desc' }, ['sort', 'beauty-desc']],
    [{ group: 'colour' }, ['group', 'colour']],
    [{ review: 'maybe' }, ['review', 'maybe']],
    [{ no: 'sense' }, ['no', 'sense']],
  ])('names %j as not understood and asks for the rest', (query, [name, value]) => {
    const { ignored, author } = parse({ ...query, author: 'kim' });

    expect(ignored).toMatchObject([{ name, value }]);
    expect(author.is).toEqual(['kim']);
  });

  test('says of a period that ends before it starts that it does', () => {
    expect(parse({ period: '2026-11-15..2026-11-01' }).ignored[0]?.reason).toBe('It ends before it starts.');
  });

  test('leaves nothing where states contradict each other, and says so', () => {
    const { states, ignored } = parse({ state: ['open', '-open'] });

    expect(states).toBeUndefined();
    expect(ignored.map(({ reason }) => reason)).toEqual(['Nothing can be both.']);
  });

  test('orders by the event that the states are about', () => {
    expect(parse({ state: 'merged' }).sort).toEqual({ by: 'merged', isDescending: true });
    expect(parse({ state: ['merged', 'closed'] }).sort.by).toBe('closed');
    expect(parse({}).sort.by).toBe('created');
    expect(parse({ sort: 'size-asc' }).sort).toEqual({ by: 'size', isDescending: false });
  });

  test('reads a number behind # as one, and other words as words', () => {
    const { words, numbers } = parse({ q: '#412 fix "two words" -legacy' });

    expect(numbers).toEqual([412]);
    expect(words).toEqual({ is: ['fix', 'two words'], isNot: ['legacy'] });
  });
});

describe('parseDayRange', () => {
  test.each([
    ['2026-11-01', '2026-11-01', '2026-11-01'],
    ['>=2026-11-01', '2026-11-01', undefined],
    ['>2026-11-01', '2026-11-02', undefined],
    ['<=2026-11-01', undefined, '2026-11-01'],
    ['<2026-11-01', undefined, '2026-10-31'],
    ['2026-11-01..*', '2026-11-01', undefined],
    ['*..2026-11-01', undefined, '2026-11-01'],
    ['2026-11-01..2026-11-15', '2026-11-01', '2026-11-15'],
  ])('reads %s', (text, from, until) => {
    expect(parseDayRange(text)).toEqual({ kind: 'range', range: { from, until } });
  });

  test.each(['yesterday', '2026-02-30', '2026-11-15..2026-11-01', '..', ''])('refuses %j', (text) => {
    expect(parseDayRange(text).kind).toBe('refused');
  });
});
