import { expect, test } from 'vitest';
import { createRecent } from './recent.ts';

test('a value is made once while it is held, and what was not asked for longest goes first', () => {
  const recent = createRecent<string, number>(2);
  let made = 0;
  const ask = (key: string) => recent.get(key, () => (made += 1));

  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual([1, 2, 1, 3, 1, 4]);
});

test('a value that is nothing is held too', () => {
  const recent = createRecent<string, undefined>(1);
  let made = 0;
  const make = () => {
    made += 1;
    return undefined;
  };

  recent.get('a', make);
  recent.get('a', make);

  expect(made).toBe(1);
});
