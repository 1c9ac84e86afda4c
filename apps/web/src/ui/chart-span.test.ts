import { expect, it } from 'vitest';
import { listDays, type SpanPlaces, toDaySpan, toPlaceAt } from './chart-span.ts';

const places: SpanPlaces = {
  left: 56,
  step: 20,
  spans: [
    { from: '2026-11-02', until: '2026-11-08' },
    { from: '2026-11-09', until: '2026-11-15' },
    { from: '2026-11-16', until: '2026-11-18' },
  ],
};

it.each([
  [0, 0],
  [56, 0],
  [75.9, 0],
  [76, 1],
  [500, 2],
])('at %d px is place %d', (x, place) => {
  expect(toPlaceAt(places, x)).toBe(place);
});

it('holds the days from one place to another, whichever is first', () => {
  const span = { from: '2026-11-09', until: '2026-11-18' };

  expect([toDaySpan(places, 1, 2), toDaySpan(places, 2, 1)]).toEqual([span, span]);
});

it('makes each day of a period a place, over the end of a month and the change of clocks', () => {
  const days = listDays({ from: '2026-10-24', until: '2026-11-01' }).map(({ from }) => from);

  expect([days.length, days[0], days[2], days.at(-1)]).toEqual([9, '2026-10-24', '2026-10-26', '2026-11-01']);
});
