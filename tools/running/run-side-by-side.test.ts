import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runSideBySide } from './run-side-by-side.ts';

test('answers in the order of the tasks, however long each takes', async () => {
  const answers = await runSideBySide([20, 1, 10], 3, async (ms) => {
    await wait(ms);
    return ms;
  });

  expect(answers).toEqual([20, 1, 10]);
});

test('never runs more at a time than its width', async () => {
  let running = 0;
  let most = 0;

  await runSideBySide([1, 2, 3, 4, 5], 2, async () => {
    most = Math.max(most, ++running);
    await wait(1);
    running--;
  });

  expect(most).toBe(2);
});
