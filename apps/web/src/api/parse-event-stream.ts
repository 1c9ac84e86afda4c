export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

interface Parsed {
  readonly events: readonly StreamEvent[];
  /** The beginning of an event that has not come whole. */
  readonly rest: string;
}

/**
 * Whole events of a `text/event-stream` as far as it has come. Comments, which the server sends so that silence can be
 * told from quiet, give no event.
 */
export const parseEventStream = (text: string): Parsed => {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.flatMap(parseBlock), rest };
};

const parseBlock = (block: string): readonly StreamEvent[] => {
  const fields = block.split('\n').flatMap((line) => {
    const [, name, value] = /^([^:]+):? ?(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
  const data = fields.filter(({ name }) => name === 'data').map(({ value }) => value);
  if (data.length === 0) return [];
  return [{ name: fields.find(({ name }) => name === 'event')?.value ?? 'message', data: data.join('\n') }];
};
