import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { createTestWorld } from '../testing/create-test-world.ts';
import { startAnsweringApi } from '../testing/start-answering-api.ts';

const row = {
  repository: { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' },
  number: 412,
  title: 'Retry \u001b[31mpayouts',
  path: '/gh/github.com/acme/api/pull/412',
  state: 'merged',
  author: { login: 'kim', kind: 'User', person: { slug: 'kim', name: 'Kim' } },
  baseRef: 'main',
  headRef: 'retry',
  createdAt: '2026-11-17T12:00:00Z',
  updatedAt: '2026-11-18T12:00:00Z',
  mergedAt: '2026-11-18T12:00:00Z',
  labels: [],
};
const { asked, environment } = await startAnsweringApi((request, response) => {
  if (request.url?.startsWith('/api/pulls.csv?author=nobody')) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not-found","message":"x"}');
    return;
  }
  const isCsv = request.url?.startsWith('/api/pulls.csv') === true;
  response.setHeader('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/json');
  const scope = { visibleRepositories: 1, gaps: [], isMoving: false };
  const ignored = [{ name: 'state', value: 'odd', reason: 'It is no state.' }];
  response.end(
    isCsv ? 'number\r\n412\r\n' : JSON.stringify({ pullRequests: [row], total: 3, ignored, scope }),
  );
});
beforeEach(() => asked.splice(0));

describe('throughline pulls', () => {
  test('asks what is written as in the filter box, and says what was ignored', async () => {
    const world = createTestWorld({ environment });

    const exitCode = await run(['pulls', '--query', 'is:merged author:@me -label:wip'], world);

    expect(exitCode).toBe(0);
    expect(asked).toEqual(['/api/pulls?author=%40me&label=-wip&state=merged']);
    expect(world.out.join('')).toContain('acme/api #412  merged  Retry [31mpayouts  Kim');
    expect(world.out.join('')).toContain(
      '1 to 1 of 3; --csv has all of them\nIgnored state:odd. It is no state.',
    );
  });

  test('prints all of them as CSV', async () => {
    const world = createTestWorld({ environment });

    const exitCode = await run(['pulls', '--csv', '--query', 'is:open'], world);

    expect(exitCode).toBe(0);
    expect(asked).toEqual(['/api/pulls.csv?state=open&state=draft']);
    expect(world.out.join('')).toBe('number\r\n412\r\n');
  });

  test('says of somebody who is not there what to do', async () => {
    const world = createTestWorld({ environment });

    const exitCode = await run(['pulls', '--csv', '--query', 'author:nobody'], world);

    expect(exitCode).toBe(1);
    expect(world.errors.join('')).toContain('names somebody');
  });
});
