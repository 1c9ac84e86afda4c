import { expect, test } from 'vitest';
import { Draws } from './draws.ts';

function take(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw).sort((left, right) => left - right);
}

test('the same words give the same stream, other words another', () => {
  const read = (...words: number[]) => {
    const draws = new Draws(...words);
    return take(5, () => draws.word());
  };

  expect(read(7, 1, 900_000)).toEqual(read(7, 1, 900_000));
  expect(read(7, 1, 900_000)).not.toEqual(read(7, 900_000, 1));
  expect(read(7)).not.toEqual(read(7 + 2 ** 32));
});

test('a log-normal has the percentiles it was given', () => {
  const draws = new Draws(1);

  const values = take(40_000, () => draws.logNormal({ median: 6, p95: 96 }));

  expect(values[20_000]! / 6).toBeCloseTo(1, 1);
  expect(values[38_000]! / 96).toBeCloseTo(1, 1);
});

test('weights are kept', () => {
  const draws = new Draws(2);

  const seconds = take(20_000, () => draws.weighted([1, 3, 0])).filter((index) => index === 1);

  expect(seconds.length / 20_000).toBeCloseTo(0.75, 1);
});
