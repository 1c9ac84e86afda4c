/** So soon something is called again, at the earliest and at the latest. */
const soonestMs = 2_000;
const latestMs = 60_000;

/**
 * Calls at once, and of calls that come too soon one when it is time: what is called takes no more than the given share of
 * the time, so that a page whose figures take long is asked for them seldom, and more seldom while the machine is busy.
 */
export const toPaced = (call: () => Promise<unknown>, share: number): (() => void) => {
  let nextMs = 0;
  let isBusy = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    timer = undefined;
    isBusy = true;
    isWanted = false;
    const beganMs = performance.now();
    await call().catch(() => undefined);
    const tookMs = performance.now() - beganMs;
    nextMs = beganMs + Math.min(latestMs, Math.max(soonestMs, tookMs / share));
    isBusy = false;
    if (isWanted) ask();
  };
  const ask = () => {
    isWanted = true;
    if (isBusy || timer !== undefined) return;
    timer = setTimeout(() => void run(), Math.max(0, nextMs - performance.now()));
  };
  return ask;
};
