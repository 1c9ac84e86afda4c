import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import type { QuotaDecision, QuotaGate, QuotaObservation } from '../quota/quota-gate.ts';
import { QuotaWait } from '../quota/quota-wait.ts';
import { clock, startGitHub } from '../testing/start-github.ts';
import { paceLimits } from './pace-limits.data.ts';
import { createPacer } from './pacer.ts';

const viewer = { query: 'query viewer { viewer { login } rateLimit { cost } }', variables: {}, points: 1 };

function recordGate(
  decisions: QuotaDecision[] = [],
): QuotaGate & { readonly seen: QuotaObservation[]; readonly asked: number[] } {
  const seen: QuotaObservation[] = [];
  const asked: number[] = [];
  return {
    seen,
    asked,
    admit: async (request) => {
      asked.push(request.points);
      return decisions.shift() ?? { kind: 'go' };
    },
    settle: async (observation) => void seen.push(observation),
  };
}

const caught = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the hour’s quota', () => {
  test('used up over GraphQL, which GitHub tells inside a 200, is a wait until it is renewed, and no further request', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const quota = recordGate();
    const client = github.connect({ quota });
    github.emulator.control.setUsed(github.emulator.tokens[0]!.value, 'graphql', 5000);

    const first = await caught(client.postGraphql(viewer));
    const second = await caught(client.postGraphql(viewer));

    expect(first).toBeInstanceOf(QuotaWait);
    expect(first).toMatchObject({ reason: 'primary-limit', resource: 'graphql' });
    expect((first as QuotaWait).untilAt.getTime()).toBeGreaterThan(Date.now() + 600_000);
    expect(second).toMatchObject({ reason: 'primary-limit' });
    expect(github.emulator.control.ledger()).toHaveLength(1);
    expect(quota.seen).toMatchObject([{ points: 0, status: 200, blocked: { reason: 'primary-limit' } }]);
    await expect(client.getRest('/user')).resolves.toMatchObject({ status: 200 });
  });

  test('used up over REST is the same, and GraphQL goes on', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const client = github.connect();
    github.emulator.control.setUsed(github.emulator.tokens[0]!.value, 'core', 5000);

    expect(await caught(client.getRest('/user'))).toMatchObject({
      reason: 'primary-limit',
      resource: 'core',
    });
    await expect(client.postGraphql(viewer)).resolves.toMatchObject({ data: { viewer: { login: 'ada' } } });
  });

  test('is not overdrawn: after the last point nothing is sent', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const client = github.connect();
    github.emulator.control.setUsed(github.emulator.tokens[0]!.value, 'core', 4999);

    await expect(client.getRest('/user')).resolves.toMatchObject({ status: 200 });
    expect(await caught(client.getRest('/user'))).toMatchObject({ reason: 'primary-limit' });

    expect(github.emulator.control.ledger()).toHaveLength(1);
  });
});

describe('a pause GitHub asks for', () => {
  test('silences REST and GraphQL of that credential alike, and not one request is an offence', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const client = github.connect();
    github.emulator.control.block(github.emulator.tokens[0]!.value);

    const first = await caught(client.getRest('/user'));
    for (let count = 0; count < 5; count += 1) await caught(client.postGraphql(viewer));

    expect(first).toMatchObject({ reason: 'secondary-limit' });
    expect((first as QuotaWait).untilAt.getTime()).toBeGreaterThanOrEqual(Date.now() + 59_000);
    expect(github.emulator.control.ledger()).toHaveLength(1);
  });

  test('does not silence another credential', async () => {
    const github = await startGitHub({
      sources: [craftRepository({ members: ['ada', 'grace'] })],
      tokens: [
        { kind: 'classic', login: 'ada' },
        { kind: 'classic', login: 'grace' },
      ],
    });
    github.emulator.control.block(github.emulator.tokens[0]!.value);

    await caught(github.connect().getRest('/user'));

    const other = github.connect({ token: github.emulator.tokens[1]!.value });
    await expect(other.getRest('/user')).resolves.toMatchObject({ status: 200 });
  });
});

describe('a host without limits', () => {
  test('never stalls', async () => {
    const github = await startGitHub({ sources: [craftRepository()], shape: 'enterprise-server' });
    const quota = recordGate();
    const client = github.connect({ quota });

    for (let count = 0; count < 10; count += 1) await client.getRest('/user');

    expect(quota.seen).toHaveLength(10);
    expect(quota.seen.every(({ snapshot, blocked }) => snapshot === undefined && blocked === undefined)).toBe(
      true,
    );
  });
});

describe('the pace', () => {
  test.each([
    ['enterprise-server', 'free'],
    ['github.com', 'kept'],
  ] as const)('of %s is %s', async (shape, pace) => {
    const github = await startGitHub({ sources: [craftRepository()], shape });
    const pacer = createPacer(clock, { ...paceLimits, restRequestsPerMinute: 3 });
    const client = github.connect({ pacer });

    const seen = [];
    for (let count = 0; count < 5; count += 1) seen.push(await caught(client.getRest('/user')));

    expect(seen.some((thrown) => thrown instanceof QuotaWait) ? 'kept' : 'free').toBe(pace);
  });
});

describe('the quota gate', () => {
  test('is asked before every request and told after it', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const quota = recordGate();
    const client = github.connect({ quota, lane: 'lookup' });

    await client.postGraphql({ ...viewer, points: 3 });
    await caught(client.getRest('/orgs/nobody'));

    expect(quota.asked).toEqual([3, 1]);
    expect(quota.seen).toMatchObject([
      {
        request: { resource: 'graphql', lane: 'lookup', points: 3 },
        points: 1,
        status: 200,
        snapshot: { limit: 5000, remaining: 4999 },
      },
      { request: { resource: 'core', points: 1 }, points: 1, status: 404, snapshot: { remaining: 4999 } },
    ]);
  });

  test('that says wait long is a wait for whoever asked, and nothing is sent', async () => {
    const untilAt = new Date(Date.now() + 60_000);
    const github = await startGitHub({ sources: [craftRepository()] });
    const client = github.connect({ quota: recordGate([{ kind: 'wait', untilAt, reason: 'lane-share' }]) });

    expect(await caught(client.getRest('/user'))).toMatchObject({ reason: 'lane-share', untilAt });
    expect(github.emulator.control.ledger()).toEqual([]);
  });

  test('that says wait a moment is slept through', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const quota = recordGate([{ kind: 'wait', untilAt: new Date(Date.now() + 80), reason: 'pace' }]);

    await expect(github.connect({ quota }).getRest('/user')).resolves.toMatchObject({ status: 200 });

    expect(quota.asked).toHaveLength(2);
  });

  test('that fails lets nothing through and holds no place', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const quota: QuotaGate = {
      admit: () => Promise.reject(new Error('database gone')),
      settle: async () => {},
    };

    await expect(github.connect({ quota }).getRest('/user')).rejects.toThrow('database gone');

    expect(github.emulator.control.ledger()).toEqual([]);
  });
});

describe('many questions at once', () => {
  test('all come through, without one refusal', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });
    const client = github.connect({ maxSleepMs: 10_000 });

    const answers = await Promise.all(Array.from({ length: 60 }, () => client.postGraphql(viewer)));

    expect(answers).toHaveLength(60);
    expect(github.emulator.control.bill().offences).toBe(0);
  });

  test('end at once when the job is told to stop', async () => {
    const github = await startGitHub({ sources: [craftRepository()], latencyMs: 2000, pace: 'modelled' });
    const client = github.connect({ signal: AbortSignal.timeout(100) });

    const startedAt = Date.now();
    const failures = await Promise.all(Array.from({ length: 40 }, () => caught(client.getRest('/user'))));

    expect(Date.now() - startedAt).toBeLessThan(1500);
    expect(
      failures.every((failure) => failure instanceof DOMException && failure.name === 'TimeoutError'),
    ).toBe(true);
  });
});
