import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { peekPullRequests } from './peek-pull-requests.ts';
import { readNumberedPullRequests } from './read-numbered-pull-requests.ts';
import { readPullRequests } from './read-pull-requests.ts';

async function start() {
  const github = await startGitHub({ sources: [craftRepository({ pulls: [{ labels: ['bug'] }, {}, {}] })] });
  const client = github.connect();
  const [repository] = await listOrganisationRepositories(client, 'acme');
  return { github, client, repositoryNodeId: repository!.nodeId };
}

test('by its number a pull request is read as by its id', async () => {
  const { client, repositoryNodeId } = await start();
  const { pullRequests } = await peekPullRequests(client, { repositoryNodeId, pageSize: 3 });

  const byNumber = await readNumberedPullRequests(client, { repositoryNodeId, numbers: [1, 3] });

  const nodeIds = [1, 3].map((number) => pullRequests.find((one) => one.number === number)!.nodeId);
  const byId = await readPullRequests(client, nodeIds);
  expect(byNumber.pullRequests).toEqual(byId.pullRequests);
  expect(byNumber.pullRequests[0]).toMatchObject({ number: 1, labels: { isComplete: true, total: 1 } });
});

test('a number that is not there is gone, and the others are read', async () => {
  const { client, repositoryNodeId } = await start();

  const read = await readNumberedPullRequests(client, { repositoryNodeId, numbers: [2, 77] });

  expect(read.pullRequests.map(({ number }) => number)).toEqual([2]);
  expect(read.unreadable).toMatchObject([{ position: 1, reason: 'gone' }]);
});

test('a repository that is not there is a failure, and no pull request of it is gone', async () => {
  const { client } = await start();

  await expect(
    readNumberedPullRequests(client, { repositoryNodeId: 'R_nowhere', numbers: [1] }),
  ).rejects.toMatchObject({ kind: 'gone' });
});

test('eleven are not asked for at once', async () => {
  const { client, repositoryNodeId } = await start();
  const numbers = Array.from({ length: 11 }, (_, at) => at + 1);

  await expect(readNumberedPullRequests(client, { repositoryNodeId, numbers })).rejects.toThrow(RangeError);
});
