import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCoAuthors } from './parse-co-authors.ts';
import { parseGitLog } from './parse-git-log.ts';

const header = (oid: string, message: string) =>
  [
    '',
    'commit',
    oid,
    'p1 p2',
    'commit',
    'a@b.example',
    '2026-03-01T10:30:00+01:00',
    'GitHub',
    'noreply@github.com',
    '2026-03-01T09:31:00Z',
    message,
    '',
  ].join('\0');
const changes = [
  '\n:100644 100644 aa bb M',
  'commit',
  ':100644 100644 aa bb R087',
  'old name',
  'new\tname',
  ':000000 100644 00 bb A',
  'picture.png',
  '3\t1\tcommit',
  '1\t0\t',
  'old name',
  'new\tname',
  '-\t-\tpicture.png',
  '',
].join('\0');
const output = Buffer.from(`${header('one', 'Subject\n\ncommit\n')}\0${changes}${header('two', '')}`);

async function parse(pieces: Iterable<Buffer>) {
  async function* feed() {
    yield* pieces;
  }
  return Array.fromAsync(parseGitLog(feed()));
}

test('commits, renames, binary files and paths of any name come apart', async () => {
  const [first, second, ...others] = await parse([output]);

  expect(others).toEqual([]);
  expect(first).toEqual({
    oid: 'one',
    parentOids: ['p1', 'p2'],
    author: { name: 'commit', email: 'a@b.example', at: '2026-03-01T10:30:00+01:00' },
    committer: { name: 'GitHub', email: 'noreply@github.com', at: '2026-03-01T09:31:00Z' },
    message: 'Subject\n\ncommit',
    files: [
      { path: 'commit', previousPath: undefined, additions: 3, deletions: 1, changeType: 'MODIFIED' },
      { path: 'new\tname', previousPath: 'old name', additions: 1, deletions: 0, changeType: 'RENAMED' },
      { path: 'picture.png', previousPath: undefined, additions: 0, deletions: 0, changeType: 'ADDED' },
    ],
  });
  expect(second).toMatchObject({ oid: 'two', message: '', files: [] });
});

test('it does not matter how the output is cut', async () => {
  const whole = await parse([output]);

  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: output.length })), async (cuts) => {
      const edges = [0, ...cuts.toSorted((left, right) => left - right), output.length];
      const pieces = edges.slice(1).map((edge, index) => output.subarray(edges[index], edge));

      expect(await parse(pieces)).toEqual(whole);
    }),
  );
});

test('nothing is no commit', async () => {
  expect(await parse([])).toEqual([]);
});

test('co-authors are read from trailers of any case, each once', () => {
  const message =
    'Title\n\nCo-authored-by: Ada <ada@x.example>\nCo-Authored-By: Ada L <ADA@x.example>\nco-authored-by: B C <b@x.example>';

  expect(parseCoAuthors(message, 'now').map(({ email }) => email)).toEqual(['ADA@x.example', 'b@x.example']);
});
