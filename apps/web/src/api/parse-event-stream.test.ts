import { describe, expect, it } from 'vitest';
import { parseEventStream } from './parse-event-stream.ts';

describe('an event stream', () => {
  it('gives named events with their data, whole ones only', () => {
    const { events, rest } = parseEventStream('event: sync\ndata: {"a":1}\n\nevent: sync\ndata: {"a"');

    expect(events).toEqual([{ name: 'sync', data: '{"a":1}' }]);
    expect(rest).toBe('event: sync\ndata: {"a"');
  });

  it.each([
    ['a comment', ': beat\n\n', []],
    ['an event without a name', 'data: x\n\n', [{ name: 'message', data: 'x' }]],
    ['data in several lines', 'data: a\ndata: b\n\n', [{ name: 'message', data: 'a\nb' }]],
    ['lines that end as on Windows', 'event: sync\r\ndata: x\r\n\r\n', [{ name: 'sync', data: 'x' }]],
    ['an event without data', 'event: sync\nid: 4\n\n', []],
  ])('reads %s', (_, text, events) => {
    expect(parseEventStream(text).events).toEqual(events);
  });

  it('gives the same events however the text is cut', () => {
    const text = ': beat\n\nevent: sync\ndata: one\n\nevent: sync\ndata: two\n\n';

    const pieces = text.split('').reduce<{ rest: string; data: string[] }>(
      (before, letter) => {
        const { events, rest } = parseEventStream(before.rest + letter);
        return { rest, data: [...before.data, ...events.map(({ data }) => data)] };
      },
      { rest: '', data: [] },
    );

    expect(pieces).toEqual({ rest: '', data: ['one', 'two'] });
  });
});
