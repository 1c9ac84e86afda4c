import { expect, it } from 'vitest';
import { writeWorkingHours } from './working-words.ts';

const week = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] };

it('names a second figure as what it is, with its days and zone', () => {
  const working = { value: 11_160, p90: 43_200 };

  expect(writeWorkingHours({ figure: { n: 20, missing: 0, working }, workingTime: week })).toBe(
    'In working hours 3.1 h · p90 12 h · Monday to Friday, Europe/Berlin',
  );
});

it.each([
  [[7, 1, 2], 'Monday, Tuesday, Sunday'],
  [[5, 6], 'Friday, Saturday'],
  [[1, 2, 3, 4, 5, 6, 7], 'Monday to Sunday'],
])('days %j are %s', (days, words) => {
  const figure = { n: 2, missing: 0, working: { values: [3_600, 7_200] } };

  expect(writeWorkingHours({ figure, workingTime: { zone: 'UTC', days } })).toBe(
    `In working hours 1 h, 2 h · ${words}, UTC`,
  );
});

it('says nothing where none is told', () => {
  expect(writeWorkingHours({ figure: { n: 20, missing: 0, value: 1 }, workingTime: week })).toBeUndefined();
});
