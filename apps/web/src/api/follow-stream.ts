import { parseEventStream, type StreamEvent } from './parse-event-stream.ts';

interface Following {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: StreamEvent) => void;
  /** Called with every sign of life, also comments. */
  readonly onLife: () => void;
}

/**
 * Follows a `text/event-stream` until it ends, breaks or is aborted. The browser's EventSource would hide the server's
 * comments, and with them the difference between a quiet stream and a dead one.
 */
export const followStream = async ({ path, signal, onEvent, onLife }: Following): Promise<void> => {
  const response = await fetch(path, { signal, headers: { accept: 'text/event-stream' } });
  if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}`);

  let text = '';
  for await (const piece of readText(response.body)) {
    onLife();
    const { events, rest } = parseEventStream(text + piece);
    text = rest;
    for (const event of events) onEvent(event);
  }
};

/** Safari cannot iterate a body, so its reader is asked. */
async function* readText(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}
