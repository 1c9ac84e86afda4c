import type { QuotaLane, QuotaObservation } from '@throughline/github';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { createQuotaGate } from './quota-gate.sql.ts';

const database = await testDatabase();

let hostId = 0;
let lastHost = 0;

beforeEach(async () => {
  lastHost += 1;
  const [row] = await database.query<{ host_id: number }>(
    `insert into host (kind, base_url, name)
     values ('enterprise-server', $1::text, 'acme')
     returning host_id`,
    [`https://${lastHost}.example.com`],
  );
  hostId = row!.host_id;
});

const gate = (bucketOwner = 'user:1') => createQuotaGate(database, { hostId, bucketOwner });
const request = (lane: QuotaLane, points = 1, resource: 'core' | 'graphql' = 'graphql') => ({
  resource,
  lane,
  points,
});
const inMinutes = (minutes: number): Date => {
  const at = new Date(Date.now() + minutes * 60_000);
  at.setMilliseconds(0);
  return at;
};

const observe = (
  given: Partial<QuotaObservation> & { remaining?: number; resetAt?: Date },
): QuotaObservation => ({
  request: request('backfill'),
  points: 1,
  status: 200,
  tookMs: 10,
  observedAt: new Date(),
  blocked: undefined,
  snapshot:
    given.remaining === undefined
      ? undefined
      : {
          limit: 5000,
          remaining: given.remaining,
          used: 5000 - given.remaining,
          resetAt: given.resetAt ?? inMinutes(30),
        },
  ...given,
});

describe('the quota gate', () => {
  it('lets the first request of a bucket through to learn its limit', async () => {
    expect(await gate().admit(request('backfill'))).toEqual({ kind: 'go' });
  });

  it('keeps shares of the hour for the lanes before', async () => {
    const resetAt = inMinutes(30);
    await gate().settle(observe({ remaining: 760, resetAt }));

    expect(await gate().admit(request('backfill', 20))).toEqual({
      kind: 'wait',
      untilAt: resetAt,
      reason: 'lane-share',
    });
    expect(await gate().admit(request('incremental', 20))).toEqual({ kind: 'go' });
    expect(await gate().admit(request('person', 20))).toEqual({ kind: 'go' });
  });

  it('counts what others have reserved and not yet spent', async () => {
    await gate().settle(observe({ remaining: 800 }));

    expect(await gate().admit(request('backfill', 40))).toEqual({ kind: 'go' });
    expect(await gate().admit(request('backfill', 40))).toMatchObject({ kind: 'wait' });
  });

  it('gives a reservation back when its request has ended', async () => {
    const resetAt = inMinutes(30);
    await gate().settle(observe({ remaining: 800, resetAt }));
    await gate().admit(request('backfill', 40));
    await gate().settle(observe({ request: request('backfill', 40), remaining: 800, resetAt }));

    expect(await gate().admit(request('backfill', 40))).toEqual({ kind: 'go' });
  });

  it('never admits more than the bucket holds, however many ask at once', async () => {
    await gate().settle(observe({ remaining: 850 }));

    const decisions = await Promise.all(
      Array.from({ length: 30 }, () => gate().admit(request('backfill', 10))),
    );

    expect(decisions.filter((decision) => decision.kind === 'go')).toHaveLength(10);
  });

  it('takes the lowest of what answers say within one window, in any order', async () => {
    const resetAt = inMinutes(30);
    await gate().settle(observe({ remaining: 700, resetAt }));
    await gate().settle(observe({ remaining: 4000, resetAt }));

    expect(await gate().admit(request('backfill'))).toMatchObject({ kind: 'wait' });
  });

  it('begins anew with the next window', async () => {
    await gate().settle(observe({ remaining: 0, resetAt: inMinutes(-1) }));

    expect(await gate().admit(request('backfill'))).toEqual({ kind: 'go' });
  });

  it('says that the hour is used when even a person would have to wait', async () => {
    const resetAt = inMinutes(10);
    await gate().settle(observe({ remaining: 0, resetAt }));

    expect(await gate().admit(request('person'))).toEqual({
      kind: 'wait',
      untilAt: resetAt,
      reason: 'primary-limit',
    });
  });

  it('holds a secondary limit against every bucket of the credential and against no other', async () => {
    const untilAt = inMinutes(1);
    await gate().settle(observe({ status: 403, blocked: { reason: 'secondary-limit', untilAt } }));

    expect(await gate().admit(request('person', 1, 'core'))).toEqual({
      kind: 'wait',
      untilAt,
      reason: 'secondary-limit',
    });
    expect(await gate('user:2').admit(request('person', 1, 'core'))).toEqual({ kind: 'go' });
  });

  it('never stalls on a host without limits', async () => {
    await gate().settle(observe({}));

    expect(await gate().admit(request('backfill', 5000))).toEqual({ kind: 'go' });
  });

  it('writes down what each lane spent', async () => {
    await gate().settle(observe({ points: 7 }));
    await gate().settle(observe({ points: 5 }));

    const rows = await database.query(
      'select lane, requests, points from quota_spend where host_id = $1::bigint',
      [hostId],
    );
    expect(rows).toEqual([{ lane: 'backfill', requests: 2, points: 12 }]);
  });
});

describe('a host that is removed while it is asked', () => {
  it('is settled without a word, for nobody counts on it any more', async () => {
    const asked = gate();
    await asked.admit(request('backfill'));
    await database.query('delete from host where host_id = $1::bigint', [hostId]);

    await asked.settle(observe({ remaining: 4999 }));

    expect(await database.query('select from quota_bucket where host_id = $1::bigint', [hostId])).toEqual([]);
    expect(await database.query('select from quota_spend where host_id = $1::bigint', [hostId])).toEqual([]);
  });

  it('is not opened again by an answer from before a refusal, told of a host whose clock is off', async () => {
    const resetAt = inMinutes(30);
    const aSecondLater = new Date(resetAt.getTime() + 1_000);
    await gate().settle(observe({ remaining: 0, resetAt }));

    await gate().settle(observe({ remaining: 4_900, resetAt: aSecondLater }));

    expect(await gate().admit(request('person'))).toMatchObject({ kind: 'wait', reason: 'primary-limit' });
  });

  it('keeps the longer of two blocks', async () => {
    const hourAt = inMinutes(60);
    await gate().settle(observe({ blocked: { reason: 'primary-limit', untilAt: hourAt } }));

    await gate().settle(observe({ blocked: { reason: 'primary-limit', untilAt: inMinutes(1) } }));

    expect(await gate().admit(request('person'))).toEqual({
      kind: 'wait',
      untilAt: hourAt,
      reason: 'primary-limit',
    });
  });
});
