import { Octokit } from 'octokit';
import { describe, expect, test } from 'vitest';
import { startTestEmulator, type TestEmulator } from './testing/start-test-emulator.ts';

/** GitHub's own client with all its default plug-ins: paging, throttling, retries, REST methods, GraphQL paging. */
function createOctokit(emulator: TestEmulator, log: string[] = []) {
  const warn = (message: string) => void log.push(message);
  return new Octokit({
    auth: emulator.tokens[0]!.value,
    baseUrl: emulator.restUrl,
    userAgent: 'octokit-test',
    log: { debug() {}, info() {}, warn, error: warn },
  });
}

describe.each(['github.com', 'enterprise-server'] as const)('Octokit against %s', (shape) => {
  test('walks every page of REST lists', async () => {
    const emulator = await startTestEmulator({ shape });
    const octokit = createOctokit(emulator);

    const repositories = await octokit.paginate(octokit.rest.repos.listForOrg, { org: 'acme', per_page: 1 });
    const pulls = await octokit.paginate(octokit.rest.pulls.list, {
      owner: 'acme',
      repo: 'api',
      state: 'all',
      per_page: 1,
    });
    const comments = await octokit.paginate('GET /repos/{owner}/{repo}/pulls/comments', {
      owner: 'acme',
      repo: 'api',
      per_page: 2,
    });

    expect(repositories.map(({ name }) => name).toSorted()).toEqual(['api', 'tools', 'web']);
    expect(pulls.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(comments).toHaveLength(4);
    expect(emulator.control.unserved()).toEqual([]);
  });

  test('asks GraphQL, and walks its pages', async () => {
    const emulator = await startTestEmulator({ shape });
    const octokit = createOctokit(emulator);

    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    const walked = await octokit.graphql.paginate<{ repository: { pullRequests: { nodes: unknown[] } } }>(
      `query walk($cursor: String) { repository(owner: "acme", name: "api") {
        pullRequests(first: 3, after: $cursor) { nodes { number } pageInfo { hasNextPage endCursor } } } }`,
    );

    expect(viewer.login).toBe('ada');
    expect(walked.repository.pullRequests.nodes).toEqual([
      { number: 1 },
      { number: 2 },
      { number: 3 },
      { number: 4 },
    ]);
  });

  test('follows a renamed repository', async () => {
    const emulator = await startTestEmulator({ shape });
    const octokit = createOctokit(emulator);

    const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'old-tools' });

    expect(data.full_name).toBe('acme/tools');
  });

  test('understands refusals', async () => {
    const emulator = await startTestEmulator({ shape });
    const octokit = createOctokit(emulator);

    await expect(octokit.rest.repos.get({ owner: 'acme', repo: 'none' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(octokit.graphql('{ organization(login: "none") { id } }')).rejects.toMatchObject({
      errors: [{ type: 'NOT_FOUND' }],
    });
    emulator.control.changeToken({ value: emulator.tokens[0]!.value, isRevoked: true });
    await expect(octokit.rest.users.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });
});

test("Octokit's throttling recognises a secondary limit, waits and asks again", async () => {
  const emulator = await startTestEmulator({
    // A seed whose first refusal is a 403: a 429 is asked again by the retry plug-in already.
    randomSeed: 2,
    constants: { secondary: { blockSeconds: 1, silentRefusalOneIn: 1e9 } },
  });
  const log: string[] = [];
  const octokit = createOctokit(emulator, log);
  emulator.control.block(emulator.tokens[0]!.value);

  const { status } = await octokit.rest.users.getAuthenticated();

  expect(status).toBe(200);
  expect(log.join()).toContain('SecondaryRateLimit detected for request GET /user');
  expect(emulator.control.ledger().map(({ outcome }) => outcome)).toEqual(['secondary-limit', 'served']);
});

test("Octokit's throttling recognises an exhausted primary limit over both APIs", async () => {
  const emulator = await startTestEmulator();
  const seen: string[] = [];
  const note = (_retryAfter: number, { url }: { url: string }) => {
    seen.push(url);
    return false;
  };
  const octokit = new Octokit({
    auth: emulator.tokens[0]!.value,
    baseUrl: emulator.restUrl,
    throttle: { onRateLimit: note, onSecondaryRateLimit: () => false },
  });
  for (const resource of ['core', 'graphql'] as const)
    emulator.control.setUsed(emulator.tokens[0]!.value, resource, 5_000);

  await expect(octokit.request('GET /user', { request: { retries: 0 } })).rejects.toThrow(
    /API rate limit exceeded/,
  );
  await expect(octokit.graphql('{ viewer { login } }')).rejects.toThrow(/GraphQL Rate Limit Exceeded/);

  expect(seen).toEqual(['/user', '/graphql']);
});
