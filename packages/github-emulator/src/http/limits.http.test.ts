import { describe, expect, test } from 'vitest';
import { createProceduralOrganisation } from '../sources/procedural/create-procedural-organisation.ts';
import { startTestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';

describe('the primary limit', () => {
  test('counts REST and GraphQL apart, for all tokens of a user together', async () => {
    const emulator = await startTestEmulator();
    const other = emulator.control.addToken({
      kind: 'fine-grained',
      login: 'ada',
      resourceOwner: 'acme',
    }).value;

    await emulator.get('/user');
    const rest = await emulator.get('/user', { token: other });
    const graphql = await emulator.query(
      '{ viewer { login } rateLimit { cost limit remaining used resetAt } }',
    );

    expect(rest.headers.get('x-ratelimit-used')).toBe('2');
    expect(rest.headers.get('x-ratelimit-resource')).toBe('core');
    expect(graphql.headers.get('x-ratelimit-resource')).toBe('graphql');
    expect(graphql.body.data.rateLimit).toMatchObject({ cost: 1, limit: 5_000, remaining: 4_999, used: 1 });
    expect(Date.parse(graphql.body.data.rateLimit.resetAt) / 1000).toBe(
      Number(graphql.headers.get('x-ratelimit-reset')),
    );
  });

  test('REST: exhausted is 403 or 429 until the reset, and asking on is an offence', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({ clock });
    emulator.control.setUsed(emulator.tokens[0]!.value, 'core', 4_999);

    const last = await emulator.get('/user');
    const refused = await emulator.get('/user');
    clock.advance(3_600);
    const next = await emulator.get('/user');

    expect([last.status, last.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
    expect([403, 429]).toContain(refused.status);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(Object(await refused.json()).message).toMatch(/^API rate limit exceeded for user ID \d+\.$/);
    expect(next.status).toBe(200);
    expect(emulator.control.bill().offences).toBe(1);
  });

  test('GraphQL: exhausted is 200 with RATE_LIMITED', async () => {
    const emulator = await startTestEmulator();
    emulator.control.setUsed(emulator.tokens[0]!.value, 'graphql', 5_000);

    const refused = await emulator.query('{ viewer { login } }');

    expect(refused.status).toBe(200);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.body).toEqual({
      errors: [
        {
          type: 'RATE_LIMITED',
          code: 'graphql_rate_limit',
          message: expect.stringMatching(/^API rate limit already exceeded for user ID \d+\.$/),
        },
      ],
    });
  });

  test('searching has a bucket of its own, asking for the limits costs nothing', async () => {
    const emulator = await startTestEmulator();

    const search = await emulator.get('/search/users?q=ada');
    const limits = await emulator.object('/rate_limit');

    expect([search.headers.get('x-ratelimit-resource'), search.headers.get('x-ratelimit-limit')]).toEqual([
      'search',
      '30',
    ]);
    expect(limits.resources).toMatchObject({ core: { used: 0 }, search: { used: 1 }, graphql: { used: 0 } });
  });

  test('a dry run says the price and takes nothing', async () => {
    const emulator = await startTestEmulator();

    const { body } = await emulator.query(`{
      rateLimit(dryRun: true) { cost nodeCount used }
      organization(login: "acme") { repositories(first: 100) { nodes { pullRequests(first: 100) { nodes { reviews(first: 1) { totalCount } } } } } }
    }`);

    expect(body).toEqual({ data: { rateLimit: { cost: 101, nodeCount: 20_100, used: 0 } } });
  });
});

describe('secondary limits', () => {
  test('the 901st request of a minute is refused, with what to do about it', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({
      clock,
      constants: { secondary: { restPointsPerMinute: 20, silentRefusalOneIn: 1e9 } },
    });
    for (let sent = 0; sent < 20; sent += 1) await emulator.get('/user');

    const refused = await emulator.get('/user');
    const again = await emulator.get('/user');
    clock.advance(60);

    expect([403, 429]).toContain(refused.status);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(Object(await refused.json()).message).toMatch(/secondary rate limit/);
    expect(again.headers.get('retry-after')).toBe('60');
    expect((await emulator.get('/user')).status).toBe(200);
    expect(
      emulator.control
        .ledger()
        .map(({ isOffence }) => isOffence)
        .filter(Boolean),
    ).toHaveLength(1);
  });

  test('a 304 counts', async () => {
    const emulator = await startTestEmulator({ constants: { secondary: { restPointsPerMinute: 2 } } });
    const etag = (await emulator.get('/user')).headers.get('etag')!;
    await emulator.get('/user', { headers: { 'if-none-match': etag } });

    expect([403, 429]).toContain((await emulator.get('/user')).status);
  });

  test('more than the allowed number at once', async () => {
    const emulator = await startTestEmulator({ latencyMs: 100, constants: { secondary: { concurrent: 3 } } });

    const statuses = await Promise.all(
      Array.from({ length: 5 }, async () => (await emulator.get('/user')).status),
    );

    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  });

  test('back-to-back heavy queries run out of CPU-seconds', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({ clock, constants: { graphqlCpu: { baseSeconds: 9 } } });

    const statuses = [];
    for (let sent = 0; sent < 8; sent += 1)
      statuses.push((await emulator.query('{ viewer { login } }')).status);

    expect(statuses.slice(0, 7)).toEqual(Array(7).fill(200));
    expect([403, 429]).toContain(statuses[7]);
  });
});

describe('a query that is too much', () => {
  const large = () =>
    createProceduralOrganisation({ people: 12, repos: 2, pulls: 400, now: '2026-03-01T00:00:00Z' });

  async function startLarge(constants: Parameters<typeof startTestEmulator>[0] = {}) {
    const source = large();
    const login = source.organisations[0]!.members.find(({ role }) => role === 'ADMIN')!.account.login;
    const emulator = await startTestEmulator({
      sources: [source],
      tokens: [{ kind: 'classic', login }],
      ...constants,
    });
    const [repository] = await emulator.list('/orgs/larkfield/repos');
    const ask = (inner: string, first = 100) =>
      emulator.query(`{ repository(owner: "larkfield", name: "${repository.name}") {
        pullRequests(first: ${first}) { nodes { number ${inner} } } } rateLimit { cost used } }`);
    return { emulator, ask };
  }

  test('possible nodes over 500,000 are refused before anything runs', async () => {
    const { ask } = await startLarge();

    const { status, body } = await ask(
      'reviewThreads(first: 100) { nodes { comments(first: 51) { nodes { id } } } }',
    );

    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [
        {
          type: 'MAX_NODE_LIMIT_EXCEEDED',
          message:
            'This query requests up to 520,100 possible nodes which exceeds the maximum limit of 500,000.',
        },
      ],
    });
  });

  test('files of a hundred pull requests time out after 10 s, at twice the points', async () => {
    const { emulator, ask } = await startLarge({
      constants: { graphqlCpu: { perPullRequestWithFilesSeconds: 0.1 } },
    });
    emulator.control.clear();

    const { status, body } = await ask(
      'files(first: 20) { nodes { path } } commits(first: 20) { nodes { id } }',
    );

    expect(status).toBe(502);
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: expect.stringContaining('This may be the result of a timeout') }],
    });
    expect(emulator.control.ledger()).toMatchObject([{ outcome: 'time-out', points: 4, cpuSeconds: 10 }]);
  });

  test('more nodes than one answer may hold give partial data', async () => {
    const { ask } = await startLarge({ constants: { resourceLimitNodes: 150 } });

    const { status, body } = await ask('commits(first: 20) { nodes { id } }');

    expect(status).toBe(200);
    expect(body.errors[0].type).toBe('RESOURCE_LIMITS_EXCEEDED');
    const { nodes } = body.data.repository.pullRequests;
    expect(nodes[0].commits.nodes.length).toBeGreaterThan(0);
    expect(nodes.at(-1).commits.nodes).toBeNull();
  });

  test('a repository with many pull requests takes longer', async () => {
    const usual = await startLarge();
    const many = await startLarge({ constants: { graphqlCpu: { largeRepositoryPullRequests: 10 } } });

    await usual.ask('id', 10);
    await many.ask('id', 10);

    const [cheap, dear] = [usual, many].map(({ emulator }) => emulator.control.ledger().at(-1)!.cpuSeconds);
    expect(dear).toBeCloseTo(cheap! * 2.5, 10);
  });

  test('the modelled pace really takes the time', async () => {
    const clock = createTestClock();
    const { emulator, ask } = await startLarge({ clock, pace: 'modelled', latencyMs: 200 });
    const before = clock.nowMs();

    await ask('id', 10);

    const { cpuSeconds } = emulator.control.ledger().at(-1)!;
    expect(clock.nowMs() - before).toBeCloseTo(200 + cpuSeconds * 1000, 5);
  });
});
