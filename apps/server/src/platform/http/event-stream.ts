import { once } from 'node:events';

interface EventStreamOptions {
  readonly event: string;
  /** The text of one value's data, on one line. */
  readonly toText: (value: unknown) => string;
  readonly heartbeatMs: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

const heartbeat = ': still here\n\n';

/**
 * Values as server-sent events, with a comment whenever nothing came for a while, so that neither a proxy nor the
 * reader takes silence for the end. The next value is asked for when the last one was taken: a slow reader holds up
 * its own source and no memory.
 */
export async function* toEventStream(
  values: AsyncIterable<unknown>,
  { event, toText, heartbeatMs, signal }: EventStreamOptions,
): AsyncGenerator<string, void, undefined> {
  const source = values[Symbol.asyncIterator]();
  const ended = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  const over = ended.then(() => 'over' as const);
  try {
    yield 'retry: 2000\n\n';
    let next = source.next();
    while (true) {
      const step = await raceHeartbeat(next, over, heartbeatMs);
      if (step === 'over') return;
      if (step === 'heartbeat') {
        yield heartbeat;
        continue;
      }
      if (step.done === true) return;
      yield `event: ${event}\ndata: ${toText(step.value)}\n\n`;
      next = source.next();
    }
  } finally {
    // A source that still waits for something ends by its signal; nobody waits for that here.
    void Promise.resolve(source.return?.()).catch(() => undefined);
  }
}

async function raceHeartbeat<T>(
  next: Promise<T>,
  over: Promise<'over'>,
  heartbeatMs: number,
): Promise<T | 'over' | 'heartbeat'> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<'heartbeat'>((resolve) => {
    timer = setTimeout(() => resolve('heartbeat'), heartbeatMs);
  });
  try {
    return await Promise.race([over, next, silence]);
  } finally {
    clearTimeout(timer);
  }
}
