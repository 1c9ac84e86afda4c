import { beforeEach, describe, expect, test } from 'vitest';
import { paceLimits } from './pace-limits.data.ts';
import { createPacer } from './pacer.ts';

let nowMs = 0;
const clock = { now: () => new Date(nowMs) };
const inSeconds = (seconds: number): Date => new Date(nowMs + seconds * 1000);

beforeEach(() => {
  nowMs = Date.parse('2026-11-21T12:00:00Z');
});

describe('a pacer', () => {
  test('lets only so many run at once', () => {
    const pacer = createPacer(clock, { ...paceLimits, concurrent: 1 });
    const first = pacer.enter('core');

    expect(pacer.enter('core')).toMatchObject({ kind: 'wait', reason: 'pace' });

    if (first.kind === 'go') first.leave();
    expect(pacer.enter('core').kind).toBe('go');
  });

  test('keeps GraphQL under its share of a minute, by the time answers take', () => {
    const pacer = createPacer(clock);

    for (let count = 0; count < 12; count += 1) {
      const entry = pacer.enter('graphql');
      nowMs += 4000;
      if (entry.kind === 'go') entry.leave();
    }

    expect(pacer.enter('graphql')).toEqual({ kind: 'wait', reason: 'pace', untilAt: inSeconds(16) });
    expect(pacer.enter('core').kind).toBe('go');
    nowMs += 16_000;
    expect(pacer.enter('graphql').kind).toBe('go');
  });

  test('keeps one bucket silent after a primary limit, all after a secondary one', () => {
    const pacer = createPacer(clock);

    pacer.block('graphql', { reason: 'primary-limit', untilAt: inSeconds(600) });
    expect(pacer.enter('graphql')).toEqual({
      kind: 'wait',
      reason: 'primary-limit',
      untilAt: inSeconds(600),
    });
    expect(pacer.enter('core').kind).toBe('go');

    pacer.block('core', { reason: 'secondary-limit', untilAt: inSeconds(60) });
    expect(pacer.enter('core')).toEqual({ kind: 'wait', reason: 'secondary-limit', untilAt: inSeconds(60) });
    expect(pacer.enter('search').kind).toBe('wait');

    nowMs += 61_000;
    expect(pacer.enter('core').kind).toBe('go');
  });

  test('keeps to the longer of two waits', () => {
    const pacer = createPacer(clock);
    pacer.block('graphql', { reason: 'primary-limit', untilAt: inSeconds(600) });

    pacer.block('graphql', { reason: 'primary-limit', untilAt: inSeconds(60) });

    expect(pacer.enter('graphql')).toMatchObject({ kind: 'wait', untilAt: inSeconds(600) });
  });

  test('does not keep a host waiting that counts nothing, until it counts', () => {
    const pacer = createPacer(clock, { ...paceLimits, concurrent: 2 });
    const spend = (count: number) =>
      Array.from({ length: count }, () => {
        const entry = pacer.enter('graphql');
        nowMs += 4000;
        if (entry.kind === 'go') entry.leave();
        return entry.kind;
      });

    pacer.noteCounting(false);
    expect(spend(40)).not.toContain('wait');
    expect([pacer.enter('graphql').kind, pacer.enter('core').kind, pacer.enter('core').kind]).toEqual([
      'go',
      'go',
      'wait',
    ]);

    const counting = createPacer(clock);
    counting.noteCounting(false);
    counting.noteCounting(true);
    counting.block('core', { reason: 'secondary-limit', untilAt: inSeconds(60) });
    expect(counting.enter('graphql').kind).toBe('wait');
  });

  test('counts refusals in a row', () => {
    const pacer = createPacer(clock);
    const block = { reason: 'secondary-limit', untilAt: inSeconds(1) } as const;

    pacer.block('core', block);
    pacer.block('core', block);
    expect(pacer.strikes).toBe(2);

    pacer.clearStrikes();
    expect(pacer.strikes).toBe(0);
  });
});
