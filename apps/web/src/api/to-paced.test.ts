import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toPaced } from './to-paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How often something is called within ten minutes of news a second, each call taking so long. */
async function countCalls(tookMs: number, share: number): Promise<number> {
  const call = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, tookMs);
      }),
  );
  const news = toPaced(call, share);
  for (let second = 0; second < 600; second += 1) {
    news();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  return call.mock.calls.length;
}

test('the first news is answered at once', async () => {
  const call = vi.fn(() => Promise.resolve());

  toPaced(call, 0.02)();
  await vi.advanceTimersByTimeAsync(0);

  expect(call).toHaveBeenCalledTimes(1);
});

test.each([
  [10, 1, 2],
  [10, 0.02, 2],
  [100, 0.02, 5],
  [500, 0.02, 25],
  [5_000, 0.02, 60],
])(
  'when an answer takes %d ms and may take a share of %d, constant news are asked for every %d s',
  async (tookMs, share, everyS) => {
    expect(await countCalls(tookMs, share)).toBe(1 + 600 / everyS);
  },
);

test('what came while it was asked is asked for again when it is time', async () => {
  const call = vi.fn(() => Promise.resolve());
  const news = toPaced(call, 1);
  news();
  await vi.advanceTimersByTimeAsync(0);

  news();
  news();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(call).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);

  expect(call).toHaveBeenCalledTimes(2);
});
