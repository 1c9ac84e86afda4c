import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld } from '../../world/create-world.ts';
import type { PullRequestRecord, World } from '../../world/model.ts';
import { loadRecorded } from './load-recorded.ts';
import { type RecordedBodies, readRecordedBodies } from './read-recorded-bodies.ts';

const folder = join(process.env['THROUGHLINE_RECORDED'] ?? '', 'ants');
const isAbsent = process.env['THROUGHLINE_RECORDED'] === undefined || !existsSync(folder);

describe.skipIf(isAbsent)(
  'the recorded repository (skipped where THROUGHLINE_RECORDED names no recorded data)',
  () => {
    let bodies: RecordedBodies;
    let world: World;
    let pulls: PullRequestRecord[];

    beforeAll(async () => {
      bodies = await readRecordedBodies(folder);
      world = createWorld([await loadRecorded(folder)]);
      const source = world.findRepositoryByName('panjf2000', 'ants')!.source;
      const listed = source.listPullRequests({ orderBy: 'CREATED_AT', direction: 'ASC', first: 100 });
      pulls = listed.entries.map(({ number }) => source.pullRequest(number)!);
    });

    test('the one repeated row of a file counts once', () => {
      const { accounts, ...counted } = bodies;

      expect(Object.fromEntries(Object.entries(counted).map(([name, list]) => [name, list.length]))).toEqual({
        pulls: 49,
        reviews: 30,
        reviewComments: 16,
        comments: 94,
        commits: 90,
        issues: 41,
        events: 49,
      });
      expect(accounts).toHaveLength(15);
    });

    test('everything of a pull request hangs on it', () => {
      const count = (toList: (pull: PullRequestRecord) => readonly unknown[]) =>
        pulls.reduce((sum, pull) => sum + toList(pull).length, 0);

      expect(pulls).toHaveLength(49);
      expect(count(({ reviews }) => reviews)).toBe(30);
      expect(count(({ threads }) => threads.flatMap(({ comments }) => comments))).toBe(16);
      expect(count(({ threads }) => threads)).toBe(10);
      expect(count(({ comments }) => comments)).toBe(46);
      expect(count(({ commits }) => commits)).toBe(90);
      expect(count(({ events }) => events)).toBe(10);
    });

    test('26 of the 41 issues are no pull requests and have the other 48 comments', () => {
      const { source } = world.findRepositoryByName('recorded-ants', 'ants')!;
      const { entries } = source.listIssues({ orderBy: 'CREATED_AT', direction: 'ASC', first: 100 });

      const issues = entries.map(({ number }) => source.issue(number)!);

      expect(issues).toHaveLength(26);
      expect(issues.reduce((sum, { comments }) => sum + comments.length, 0)).toBe(48);
    });

    test('15 head repositories are gone', () => {
      const gone = pulls.filter(({ headRepository }) => headRepository === undefined);

      expect(gone).toHaveLength(15);
      expect(gone.every(({ isCrossRepository }) => isCrossRepository)).toBe(true);
    });

    test('what list bodies lack is not known, and is not invented', () => {
      for (const pull of pulls) {
        expect(pull).toMatchObject({ files: 'unavailable', additions: undefined, changedFiles: undefined });
        expect(pull.mergedBy).toBeUndefined();
      }
    });

    test('ids and long titles are those GitHub sent', () => {
      const pull = pulls[0]!;

      expect(pull).toMatchObject({ number: 4, id: 203_756_736, author: { login: 'barryz', id: 16_658_738 } });
      expect(pull.title).toHaveLength(792);
      expect(pull.closingIssueNumbers).toEqual([]);
    });

    test('an answered review comment makes one thread', () => {
      const { threads } = pulls.find(({ number }) => number === 40)!;

      expect(threads.map(({ comments }) => comments.length)).toEqual([4, 2, 2]);
      expect(threads.map(({ isOutdated }) => isOutdated)).toEqual([true, false, false]);
    });

    test('a bot has a plain login and its kind', () => {
      expect(world.findAccountByLogin('codecov[bot]')).toMatchObject({
        kind: 'Bot',
        login: 'codecov',
        id: 22_429_695,
      });
    });

    test('the owner is an organisation, the person who owns it on GitHub its administrator', () => {
      const organisation = world.findOrganisation('recorded-ants')!;

      expect(world.findRepositoryByName('panjf2000', 'ants')?.isRedirected).toBe(true);
      expect(organisation.members.filter(({ role }) => role === 'ADMIN')).toMatchObject([
        { account: { login: 'panjf2000', id: 7_496_278 } },
      ]);
    });
  },
);
