import { expect, test } from 'vitest';
import { discoverQueue, lookUpQueue, readQueue, sweepQueue } from './queues.ts';

/** A job of a dead worker is missed after at most so long: its proof of life lapses, and somebody looks. */
const missedAfterSeconds = 20;

test.each([discoverQueue, sweepQueue, readQueue, lookUpQueue])(
  '$name goes on well within 45 seconds however often its worker was killed',
  ({ retryDelayMaxSeconds, retryLimit }) => {
    expect(missedAfterSeconds + retryDelayMaxSeconds).toBeLessThan(30);
    expect(retryLimit).toBeGreaterThanOrEqual(100);
  },
);
