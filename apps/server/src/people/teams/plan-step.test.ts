import type { Membership } from '@throughline/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areApart, findOn } from './memberships.ts';
import { planStep } from './plan-step.ts';

const today = '2026-11-21';
const time = (fromOn: string, untilOn?: string, more: Partial<Membership> = {}): Membership => ({
  part: 'contributor',
  isLead: false,
  source: 'github',
  fromOn,
  ...(untilOn === undefined ? {} : { untilOn }),
  ...more,
});
const linked = (personId: number, seenOn = today, isMaintainer = false) => ({
  personId,
  seenOn,
  isMaintainer,
});

describe('planStep', () => {
  it('adds who joined from the day they were seen, maintainers as leads', () => {
    const changes = planStep({
      held: new Map(),
      linked: [linked(1, '2026-11-18', true)],
      isWhole: true,
      today,
    });

    expect(changes).toEqual([
      { personId: 1, memberships: [time('2026-11-18', undefined, { isLead: true })] },
    ]);
  });

  it('ends who left today, and keeps their time before', () => {
    const held = new Map([[1, [time('2026-01-01')]]]);

    expect(planStep({ held, linked: [], isWhole: true, today })).toEqual([
      { personId: 1, memberships: [time('2026-01-01', today)] },
    ]);
  });

  it('ends nobody while GitHub did not show everybody, and still adds', () => {
    const held = new Map([[1, [time('2026-01-01')]]]);

    const changes = planStep({ held, linked: [linked(2)], isWhole: false, today });

    expect(changes.map(({ personId }) => personId)).toEqual([2]);
  });

  it('lets GitHub win over what was changed by hand: who was ended today goes on as what they were', () => {
    const held = new Map([
      [1, [time('2026-01-01', today, { part: 'viewer', source: 'hand' })]],
      [2, [time('2026-11-01', undefined, { source: 'hand' })]],
    ]);

    expect(planStep({ held, linked: [linked(1, '2026-01-01')], isWhole: true, today })).toEqual([
      { personId: 1, memberships: [time('2026-01-01', undefined, { part: 'viewer', source: 'hand' })] },
      { personId: 2, memberships: [time('2026-11-01', today, { source: 'hand' })] },
    ]);
  });

  it('keeps parts and leads that somebody set', () => {
    const held = new Map([[1, [time('2026-01-01', undefined, { part: 'viewer', source: 'hand' })]]]);

    expect(planStep({ held, linked: [linked(1, '2026-01-01', true)], isWhole: true, today })).toEqual([]);
  });

  it('never touches a day before today but for who was in the team at GitHub, and a second step changes nothing', () => {
    const days = ['2026-01-01', '2026-05-01', '2026-11-20', '2026-11-21', '2026-12-24'];
    const someTimes = fc
      .uniqueArray(fc.nat(4), { minLength: 1, maxLength: 4 })
      .map((places) => places.toSorted((one, other) => one - other).map((place) => days[place]!))
      .map((starts) => starts.map((from, at) => time(from, starts[at + 1])))
      .chain((times) => fc.boolean().map((isOpen) => (isOpen ? times : times.slice(0, -1))));
    fc.assert(
      fc.property(
        fc.array(someTimes, { maxLength: 5 }),
        fc.uniqueArray(fc.nat(6)),
        fc.constantFrom('2026-02-01', '2026-11-21'),
        (all, there, seenOn) => {
          const held = new Map(all.map((times, personId) => [personId, times]));
          const state = { linked: there.map((id) => linked(id, seenOn)), isWhole: true, today };

          const changes = planStep({ ...state, held });
          const after = new Map([...held, ...changes.map((one) => [one.personId, one.memberships] as const)]);

          for (const [personId, memberships] of after) {
            expect(areApart(memberships)).toBe(true);
            expect([personId, findOn(memberships, today) !== undefined]).toEqual([
              personId,
              there.includes(personId),
            ]);
            for (const day of ['2026-01-01', '2026-05-01', '2026-11-20'])
              if (findOn(held.get(personId) ?? [], day) !== undefined)
                expect(findOn(memberships, day)).toBeDefined();
          }
          expect(planStep({ ...state, held: after })).toEqual([]);
        },
      ),
    );
  });
});
