import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld } from '../../world/create-world.ts';
import type { RepositorySource, WorldSource } from '../../world/model.ts';
import { loadGitRepository } from './load-git-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'emulated-git-'));
const git = (path: string, args: readonly string[], input?: Buffer) =>
  execFileSync('git', ['-C', path, ...args], { input, stdio: ['pipe', 'pipe', 'pipe'] }).toString();

interface WrittenCommit {
  readonly mark: number;
  readonly from?: number;
  readonly merge?: number;
  readonly author: string;
  readonly committer?: string;
  readonly at: number;
  readonly message: string | Buffer;
  readonly changes?: string;
}

const start = 1_767_600_000;

/** One fast-import stream: the whole history in one process, bytes as given. */
function toStream(commits: readonly WrittenCommit[]): Buffer {
  return Buffer.concat(
    commits.flatMap(({ mark, from, merge, author, committer = author, at, message, changes = '' }) => {
      const bytes = Buffer.from(message as string);
      const parents = `${from ? `from :${from}\n` : ''}${merge ? `merge :${merge}\n` : ''}`;
      return [
        Buffer.from(
          `commit refs/heads/${from === undefined || merge ? 'trunk' : `b${mark}`}\nmark :${mark}\n`,
        ),
        Buffer.from(
          `author ${author} ${start + at} +0530\ncommitter ${committer} ${start + at} +0000\n`,
          'latin1',
        ),
        Buffer.from(`data ${bytes.length}\n`),
        bytes,
        Buffer.from(`\n${parents}${changes}\n`),
      ];
    }),
  );
}

const write = (path: string, text: string) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
const gitHub = 'GitHub <noreply@github.com>';
const ada = 'Ada Lovelace <12+ada@users.noreply.github.com>';

function createRepository(name: string, commits: readonly WrittenCommit[]): string {
  const path = join(folder, name);
  execFileSync('git', ['init', '--quiet', '--initial-branch=trunk', path]);
  if (commits.length > 0) git(path, ['fast-import', '--quiet', '--force'], toStream(commits));
  return path;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a repository whose history names pull requests', () => {
  let source: WorldSource;
  let repository: RepositorySource;

  beforeAll(async () => {
    const path = createRepository('named', [
      { mark: 1, author: ada, at: 0, message: 'First\n', changes: write('a.txt', 'one\ntwo\n') },
      {
        mark: 2,
        from: 1,
        author: 'J\u00f6rg <joerg@firm.example>',
        at: 100,
        message: Buffer.from('Gr\u00fcn\n', 'latin1'),
        changes: write('b.txt', 'x\n'),
      },
      {
        mark: 3,
        from: 2,
        author: 'Machine <root@localhost>',
        at: 200,
        message: 'More\n\nCo-Authored-By: Ada L <12+ada@users.noreply.github.com>\n',
        changes: `R a.txt c.txt\n`,
      },
      {
        mark: 4,
        from: 1,
        merge: 3,
        author: ada,
        committer: gitHub,
        at: 86_400,
        message: 'Merge pull request #7 from joerg/gr\u00fcn\n\nPaint it <b>green</b>\n',
        changes: `D a.txt\n${write('c.txt', 'one\ntwo\n')}${write('b.txt', 'x\n')}`,
      },
    ]);
    source = await loadGitRepository(path, { owner: 'acme', name: 'paint' });
    repository = source.repositories[0]!;
  });

  test('a merge commit is a merged pull request with its files and commits, and no review', () => {
    const pull = repository.pullRequest(7)!;

    expect(pull).toMatchObject({
      title: 'Paint it <b>green</b>',
      state: 'MERGED',
      headRefName: 'grün',
      isCrossRepository: true,
      mergedBy: { login: 'ada', id: 12 },
      mergedAt: '2026-01-06T08:00:00Z',
      createdAt: '2026-01-05T08:01:40Z',
      additions: 1,
      deletions: 0,
      changedFiles: 2,
      reviews: [],
    });
    expect(pull.files).toMatchObject([
      { path: 'b.txt', changeType: 'ADDED' },
      { path: 'c.txt', previousPath: 'a.txt', changeType: 'RENAMED' },
    ]);
  });

  test('commits keep their bytes as readable text, their zone and what they changed', () => {
    const [first, second] = repository.pullRequest(7)!.commits;

    expect(first).toMatchObject({
      message: 'Grün',
      author: { name: 'Jörg', at: '2026-01-05T13:31:40+05:30' },
    });
    expect(first).toMatchObject({ additions: 1, deletions: 0, changedFiles: 1 });
    expect(second?.author.account).toBeUndefined();
    expect(second?.coAuthors).toMatchObject([{ account: { login: 'ada' } }]);
  });

  test('the whole history is there, newest first, each commit by its name', () => {
    const history = repository.listHistory({ skip: 0, first: 10 });

    expect(repository.countHistory()).toBe(4);
    expect(history[0]).toMatchObject({
      oid: repository.record.defaultBranch?.oid,
      committer: { account: undefined },
    });
    expect(history.map(({ oid }) => repository.commit(oid))).toEqual(history);
    expect(repository.listHistory({ skip: 3, first: 10 })).toHaveLength(1);
    expect(repository.record.defaultBranch?.name).toBe('trunk');
  });

  test('it is found in a world with its people', () => {
    const world = createWorld([source]);

    expect(world.findNode(repository.pullRequest(7)!.nodeId)).toMatchObject({ kind: 'pullRequest' });
    expect(world.findOrganisation('acme')?.members.map(({ account }) => account.login)).toEqual([
      'ada',
      'jorg',
    ]);
  });
});

test('a repository that names no pull request is its history alone', async () => {
  const path = createRepository('plain', [
    { mark: 1, author: ada, at: 0, message: 'Only\n', changes: write('a', 'x') },
  ]);

  const { repositories } = await loadGitRepository(path, { owner: 'acme', name: 'plain' });

  expect(repositories[0]!.countPullRequests()).toBe(0);
  expect(
    repositories[0]!.listPullRequests({ orderBy: 'UPDATED_AT', direction: 'DESC', first: 10 }).entries,
  ).toEqual([]);
  expect(repositories[0]!.countHistory()).toBe(1);
});

test('an empty repository is empty, a folder that is none is refused', async () => {
  const empty = await loadGitRepository(createRepository('empty', []), { owner: 'acme', name: 'empty' });

  expect(empty.repositories[0]!.record.defaultBranch).toBeUndefined();
  await expect(loadGitRepository(join(folder, 'nothing'), { owner: 'acme', name: 'x' })).rejects.toThrow(
    /git rev-parse/,
  );
});

test('a shallow clone does not take its oldest commit for everything it holds', async () => {
  const full = createRepository('full', [
    { mark: 1, author: ada, at: 0, message: 'Start\n', changes: write('a', 'x') },
    { mark: 2, author: ada, at: 1, message: 'Next (#3)\n', changes: write('b', 'y') },
  ]);
  git(full, ['update-ref', 'refs/heads/trunk', git(full, ['rev-parse', 'HEAD']).trim()]);
  const shallow = join(folder, 'shallow');
  git(folder, ['clone', '--quiet', '--depth=1', `file://${full}`, shallow]);

  const { repositories } = await loadGitRepository(shallow, { owner: 'acme', name: 'shallow' });

  expect(repositories[0]!.pullRequest(3)).toMatchObject({ files: 'unavailable', additions: undefined });
});

test('a thousand pull requests come in number order, opened in that order too', async () => {
  const commits = Array.from({ length: 1_000 }, (_, index) => ({
    mark: index + 1,
    author: ada,
    at: index === 500 ? 1 : index * 60,
    message: `Change ${index} (#${index + 1})\n`,
    changes: write('a', String(index)),
    ...(index === 0 ? {} : { from: index, merge: index }),
  }));
  const path = createRepository('long', commits);

  const { repositories } = await loadGitRepository(path, { owner: 'acme', name: 'long' });

  const [repository] = repositories;
  const { entries } = repository!.listPullRequests({ orderBy: 'CREATED_AT', direction: 'ASC', first: 2_000 });
  const opened = entries.map(({ number }) => repository!.pullRequest(number)!.createdAt);
  expect(entries).toHaveLength(1_000);
  expect(opened).toEqual(opened.toSorted());
});

test("this project's own repository loads", async () => {
  const root = join(import.meta.dirname, '../../../../..');
  const expected = Number(git(root, ['rev-list', '--count', 'HEAD']));

  const { repositories } = await loadGitRepository(root, { owner: 'throughline', name: 'throughline' });

  expect(repositories[0]!.countHistory()).toBeGreaterThanOrEqual(expected);
  expect(repositories[0]!.record.defaultBranch?.oid).toMatch(/^[0-9a-f]{40}$/);
});
