import { expect, it } from 'vitest';
import { type QuotaUse, toQuotaParts } from './quota-parts.ts';

const use = (more: Partial<QuotaUse> = {}): QuotaUse => ({
  resource: 'graphql',
  limit: 5_000,
  remaining: 500,
  spent: { person: 10, lookup: 0, incremental: 40, backfill: 4_000 },
  keptFree: 500,
  ...more,
});

it('adds to the limit: lanes in order, others, what is free, what is kept', () => {
  const parts = toQuotaParts(use({ remaining: 800 }));

  expect(parts).toEqual([
    { kind: 'person', amount: 10 },
    { kind: 'incremental', amount: 40 },
    { kind: 'backfill', amount: 4_000 },
    { kind: 'others', amount: 150 },
    { kind: 'free', amount: 300 },
    { kind: 'kept', amount: 500 },
  ]);
});

it('keeps no more than remains', () => {
  const parts = toQuotaParts(use({ remaining: 200 }));

  expect(parts?.filter(({ kind }) => kind === 'kept' || kind === 'free')).toEqual([
    { kind: 'kept', amount: 200 },
  ]);
});

it('shows no use of others when our own count is ahead of GitHub’s', () => {
  const parts = toQuotaParts(use({ remaining: 4_990 }));

  expect(parts?.some(({ kind }) => kind === 'others')).toBe(false);
});

it('has no parts where the host sets no limit', () => {
  const { limit, remaining, ...unlimited } = use();

  expect([limit, remaining, toQuotaParts(unlimited)]).toEqual([5_000, 500, undefined]);
});
