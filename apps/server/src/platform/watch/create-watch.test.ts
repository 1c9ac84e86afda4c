import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWatch } from './create-watch.ts';

/** A number that is watched, what each listener was told of it, and how often it was looked at. */
function watchNumber(intervalMs: number) {
  const state = { number: 0, looks: 0 };
  const leaving = new AbortController();
  const watch = createWatch(() => {
    state.looks += 1;
    return Promise.resolve(state.number);
  }, intervalMs);
  const listen = () => {
    const told: number[] = [];
    void (async () => {
      for await (const value of watch.listen(leaving.signal)) told.push(value);
    })();
    return told;
  };
  return { state, listen, leave: () => leaving.abort() };
}

test('who comes while others wait is told at once', async () => {
  const { listen, leave } = watchNumber(60_000);
  const first = listen();
  await expect.poll(() => first).toEqual([0]);

  const second = listen();

  await expect.poll(() => second).toEqual([0]);
  leave();
});

test('all listeners together cost one look in each interval, and what stays the same is not told', async () => {
  const { state, listen, leave } = watchNumber(100);
  const beganMs = performance.now();
  const told = Array.from({ length: 50 }, listen);

  await sleep(450);

  expect(told).toEqual(Array.from({ length: 50 }, () => [0]));
  expect(state.looks).toBeLessThanOrEqual(1 + (performance.now() - beganMs) / 100);
  leave();
});

test('a look that began before what a listener was told tells them nothing', async () => {
  const answers: ((value: string) => void)[] = [];
  const leaving = new AbortController();
  const watch = createWatch(() => new Promise<string>((resolve) => answers.push(resolve)), 10);
  const tell = async (nth: number, value: string) => {
    await expect.poll(() => answers.length).toBeGreaterThan(nth);
    answers[nth]?.(value);
  };
  const told: string[] = [];
  const listen = async (isHeard: boolean) => {
    for await (const value of watch.listen(leaving.signal)) if (isHeard) told.push(value);
  };
  void listen(false);
  await tell(0, 'old');
  await expect.poll(() => answers.length).toBe(2);
  void listen(true);
  await tell(2, 'new');
  await expect.poll(() => told).toEqual(['new']);

  answers[1]?.('old');
  await tell(3, 'newer');

  await expect.poll(() => told).toEqual(['new', 'newer']);
  leaving.abort();
});
