import type { RepositorySync } from '@throughline/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { startAnsweringApi } from '../testing/start-answering-api.ts';

const toRow = (repositoryId: number): RepositorySync => ({
  repositoryId,
  fullName: `acme/r${repositoryId}`,
  state: repositoryId <= 3 ? 'failed' : 'complete',
  held: 0,
  quarantined: 0,
  data: [],
});
const ids = Array.from({ length: 250 }, (_, index) => index + 1);
const connection = {
  connectionId: 1,
  name: 'acme',
  organisation: 'acme',
  host: { name: 'github.com', kind: 'github.com', webUrl: 'https://github.com' },
  state: 'active',
  repositoryChoice: 'all',
  includesArchived: true,
  includesForks: true,
  data: ['pull-requests'],
  createdAt: '2026-11-01T00:00:00Z',
};
const overview = {
  words: 'in step',
  state: 'in-step',
  hasDemo: false,
  connections: [
    {
      connection,
      sentence: 'acme: everything is here.',
      repositories: 250,
      repositoriesComplete: 247,
      held: 0,
      isRecentComplete: true,
      data: [],
      lately: { added: 0, changed: 0, setAside: 0 },
      quota: [],
    },
  ],
};

const answer = (url: URL): unknown => {
  if (url.pathname === '/api/sync') return overview;
  if (url.pathname.endsWith('/log')) return { entries: [] };
  if (url.pathname.endsWith('/rows')) {
    return { repositories: (url.searchParams.get('ids') ?? '').split(',').map(Number).map(toRow) };
  }
  const matching = url.searchParams.get('group') === 'needs-you' ? ids.slice(0, 3) : ids;
  const groups = { all: 250, 'needs-you': 3, reading: 0, complete: 247 };
  return { repositoryIds: matching, groups, repositories: matching.slice(0, 100).map(toRow) };
};
const { asked, tell: tellAny } = await startAnsweringApi((request, response) => {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(url)));
});

interface Told {
  readonly connections: readonly {
    readonly needsYou: readonly RepositorySync[];
    readonly needsYouCount: number;
    readonly repositories?: readonly RepositorySync[];
  }[];
}

const tell = async (...words: string[]): Promise<Told['connections'][number]> => {
  const { out } = await tellAny('sync', 'status', '--json', ...words);
  return (JSON.parse(out) as Told).connections[0]!;
};

beforeEach(() => asked.splice(0));

describe('the repositories of a connection', () => {
  test('are asked for only as far as they need somebody', async () => {
    const { needsYou, needsYouCount, ...rest } = await tell();

    expect(needsYou.map(({ repositoryId }) => repositoryId)).toEqual([1, 2, 3]);
    expect(needsYouCount).toBe(3);
    expect(rest).not.toHaveProperty('repositories');
    expect(asked.filter((path) => path.startsWith('/api/connections/1/sync'))).toEqual([
      '/api/connections/1/sync?group=needs-you',
    ]);
  });

  test('come all, a hundred at a time, where each is to have a line', async () => {
    const { needsYou, repositories } = await tell('--repositories');

    expect(repositories?.map(({ repositoryId }) => repositoryId)).toEqual(ids);
    expect(needsYou).toHaveLength(3);
    expect(asked.filter((path) => path.includes('/rows')).length).toBe(2);
  });
});
