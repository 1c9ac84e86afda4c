import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { json, startAnswering } from '../testing/start-answering.ts';
import { startGitHub } from '../testing/start-github.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { sweepRepositories } from './sweep-repositories.ts';

describe('a sweep', () => {
  test('tells of each repository what is newest, how much there is, and what is not there, for a point', async () => {
    const names = Array.from({ length: 147 }, (_, at) => `r${at}`);
    const github = await startGitHub({
      sources: names.map((name, at) =>
        craftRepository({
          fullName: `acme/${name}`,
          admins: ['ada'],
          pulls: at === 0 ? [] : [{ updatedAt: '2026-03-02T10:00:00Z' }],
        }),
      ),
    });
    const client = github.connect();
    const repositories = await listOrganisationRepositories(client, 'acme');
    const ids = repositories.map(({ nodeId }) => nodeId);
    github.emulator.control.clear();

    const nodeIds = [...ids.slice(0, 120), 'R_nothing', ...ids.slice(120)];
    const { repositories: swept, organisationTotal } = await sweepRepositories(client, {
      organisation: 'acme',
      nodeIds,
    });

    expect(organisationTotal).toBe(147);
    expect(swept).toHaveLength(148);
    expect(swept.filter(({ kind }) => kind === 'not-found')).toMatchObject([
      { nodeId: 'R_nothing', reason: 'gone' },
    ]);
    expect(swept.find((one) => one.kind === 'found' && one.fullName === 'acme/r0')).toMatchObject({
      pullRequestTotal: 0,
      newestUpdatedAt: undefined,
    });
    expect(swept.find((one) => one.kind === 'found' && one.fullName === 'acme/r140')).toMatchObject({
      pullRequestTotal: 1,
      newestUpdatedAt: new Date('2026-03-02T10:00:00Z'),
    });
    expect(github.emulator.control.bill().lines).toMatchObject([{ operation: 'repositorySweep', points: 1 }]);
  });

  test('takes a newest pull request that was not told for no answer, not for nothing new', async () => {
    const repository = {
      databaseId: 1,
      nameWithOwner: 'acme/api',
      isArchived: false,
      pullRequests: { totalCount: 3, nodes: [null] },
    };
    const errors = [{ type: 'FORBIDDEN', message: 'no', path: ['nodes', 0, 'pullRequests', 'nodes', 0] }];
    const data = { organization: null, nodes: [repository], more: [] };
    const server = await startAnswering(json({ data, errors }));

    const { repositories } = await sweepRepositories(server.connect(), {
      organisation: 'acme',
      nodeIds: ['R_1'],
    });

    expect(repositories).toEqual([{ kind: 'not-found', nodeId: 'R_1', reason: 'scope-missing' }]);
  });
});
