import { AppError } from '../errors/index.ts';
import type { HttpReader } from './route-handler.ts';

interface OpenStream {
  readonly reader: HttpReader;
  readonly abort: AbortController;
}

interface OpenStreamsOptions {
  /** Which of these sessions are alive. */
  readonly findAlive: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly perUser: number;
  readonly checkEveryMs: number;
  readonly onError: (error: unknown) => void;
}

/** The streams of this process. All sessions that hold one are checked together, by one question every few seconds. */
export interface OpenStreams {
  /** Counts a stream in; its signal aborts when its session has ended. `too-many-requests` above the user's cap. */
  open(reader: HttpReader): { readonly signal: AbortSignal; readonly close: () => void };
  endSession(sessionId: string): void;
  endAll(): void;
}

export function createOpenStreams(options: OpenStreamsOptions): OpenStreams {
  const open = new Set<OpenStream>();
  const endWhere = (isOver: (stream: OpenStream) => boolean, streams: Iterable<OpenStream> = open) => {
    for (const stream of [...streams].filter(isOver)) stream.abort.abort();
  };
  const check = async () => {
    const asked = [...open];
    if (asked.length === 0) return;
    const alive = await options.findAlive([...new Set(asked.map(({ reader }) => reader.sessionId))]);
    endWhere(({ reader }) => !alive.has(reader.sessionId), asked);
  };
  const timer = setInterval(() => void check().catch(options.onError), options.checkEveryMs).unref();

  return {
    open: (reader) => {
      const held = [...open].filter((stream) => stream.reader.userId === reader.userId);
      if (held.length >= options.perUser) throw tooManyStreams(options.perUser);
      const stream: OpenStream = { reader, abort: new AbortController() };
      open.add(stream);
      return { signal: stream.abort.signal, close: () => void open.delete(stream) };
    },
    endSession: (sessionId) => endWhere(({ reader }) => reader.sessionId === sessionId),
    endAll: () => {
      clearInterval(timer);
      endWhere(() => true);
    },
  };
}

function tooManyStreams(perUser: number): AppError {
  return new AppError(
    'too-many-requests',
    `You have ${perUser} pages open that update by themselves, and more are not served. Close one and reload.`,
    { context: { retryAfterSeconds: 10 } },
  );
}
