import type { Membership } from '@throughline/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areApart, cutOut, findOn, layOver, unite } from './memberships.ts';

const time = (fromOn: string, untilOn?: string, more: Partial<Membership> = {}): Membership => ({
  part: 'contributor',
  isLead: false,
  source: 'hand',
  fromOn,
  ...(untilOn === undefined ? {} : { untilOn }),
  ...more,
});

const days = ['2026-01-01', '2026-01-02', '2026-01-05', '2026-02-01', '2026-03-01', '2026-12-31'];
const someTime = fc
  .tuple(
    fc.nat(4),
    fc.option(fc.integer({ min: 1, max: 5 })),
    fc.constantFrom<Membership['part']>('contributor', 'viewer'),
    fc.boolean(),
  )
  .map(([from, length, part, isLead]) =>
    time(days[from]!, length === null ? undefined : days[Math.min(5, from + length)], { part, isLead }),
  );

const toDays = (held: readonly Membership[]) =>
  held.map(({ fromOn, untilOn, part, isLead }) => ({ fromOn, untilOn, part, isLead }));

describe('cutOut', () => {
  it.each([
    ['ends what goes on', [time('2026-01-01')], time('2026-03-01'), [time('2026-01-01', '2026-03-01')]],
    [
      'leaves what ended before',
      [time('2026-01-01', '2026-02-01')],
      time('2026-03-01'),
      [time('2026-01-01', '2026-02-01')],
    ],
    ['takes what lies inside', [time('2026-04-01', '2026-05-01')], time('2026-03-01'), []],
    [
      'leaves both ends of what is longer',
      [time('2026-01-01')],
      time('2026-02-01', '2026-03-01'),
      [time('2026-01-01', '2026-02-01'), time('2026-03-01')],
    ],
    [
      'touches nothing that begins on its last day',
      [time('2026-03-01')],
      time('2026-02-01', '2026-03-01'),
      [time('2026-03-01')],
    ],
  ])('%s', (_, held, span, left) => {
    expect(cutOut(held, span)).toEqual(left);
  });
});

describe('layOver', () => {
  it('changes a part from a day on and keeps what was before', () => {
    const changed = layOver([time('2026-01-01')], time('2026-03-01', undefined, { part: 'viewer' }));

    expect(changed).toEqual([
      time('2026-01-01', '2026-03-01'),
      time('2026-03-01', undefined, { part: 'viewer' }),
    ]);
  });

  it('makes one time of two that touch and say the same', () => {
    expect(layOver([time('2026-01-01', '2026-03-01')], time('2026-03-01'))).toEqual([time('2026-01-01')]);
  });

  it('always leaves times apart, and holds on each day what was laid last there', () => {
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 8 }), (laid) => {
        const held = laid.reduce<readonly Membership[]>(layOver, []);

        expect(areApart(held)).toBe(true);
        for (const on of days) {
          const last = laid.findLast((one) => findOn([one], on) !== undefined);
          const now = findOn(held, on);
          expect([on, now?.part, now?.isLead]).toEqual([on, last?.part, last?.isLead]);
        }
      }),
    );
  });
});

describe('areApart', () => {
  it.each([
    [[time('2026-01-01'), time('2026-02-01')], false],
    [[time('2026-01-01', '2026-02-01'), time('2026-02-01')], true],
    [[time('2026-02-01', '2026-01-01')], false],
    [[], true],
  ])('%j', (memberships, answer) => {
    expect(areApart(memberships)).toBe(answer);
  });
});

describe('unite', () => {
  it('makes one time of two people who are one now, the stronger part on each day', () => {
    const united = unite([
      time('2026-01-01', undefined, { part: 'viewer' }),
      time('2026-02-01', '2026-04-01', { isLead: true }),
      time('2026-03-01', '2026-05-01'),
    ]);

    expect(united).toEqual([
      time('2026-01-01', '2026-02-01', { part: 'viewer' }),
      time('2026-02-01', '2026-04-01', { isLead: true }),
      time('2026-04-01', '2026-05-01'),
      time('2026-05-01', undefined, { part: 'viewer' }),
    ]);
  });

  it('leaves times that were one person’s as they are', () => {
    const times = [time('2026-01-01', '2026-02-01'), time('2026-03-01')];

    expect(unite(times)).toEqual(times);
  });

  it('says of each day what any of the times says, in any order of them', () => {
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 6 }), (held) => {
        const united = unite(held);

        expect(areApart(united)).toBe(true);
        expect(toDays(unite(held.toReversed()))).toEqual(toDays(united));
        for (const on of days) {
          const then = held.filter((one) => findOn([one], on) !== undefined);
          const now = findOn(united, on);
          expect(now?.isLead).toBe(then.length === 0 ? undefined : then.some(({ isLead }) => isLead));
          expect(now?.part === 'contributor').toBe(then.some(({ part }) => part === 'contributor'));
        }
      }),
    );
  });
});
