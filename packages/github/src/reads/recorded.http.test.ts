import { join } from 'node:path';
import { loadRecorded, recordedOrganisationLogin } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests, completeThreads } from './complete-pull-requests.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { readPullRequestFiles } from './read-pull-request-files.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';
import { toKnownSize } from './to-known-size.ts';

/** Bodies that GitHub really sent; the folder is not part of this repository. */
const recorded = process.env['THROUGHLINE_RECORDED'];

describe.skipIf(recorded === undefined)('the recorded repository (needs THROUGHLINE_RECORDED)', () => {
  test('is read whole: 49 pull requests and what hangs on them, sizes unknown where GitHub could not say', async () => {
    const source = await loadRecorded(join(recorded ?? '', 'ants'));
    const login = [
      ...new Set(source.organisations.flatMap(({ members }) => members.map(({ account }) => account.login))),
    ][0];
    const github = await startGitHub({ sources: [source], token: { kind: 'classic', login: login ?? '' } });
    const client = github.connect();
    const [repository] = await listOrganisationRepositories(client, recordedOrganisationLogin);
    const records: PullRequestRecord[] = [];
    let after: string | undefined;
    do {
      const page = await readPullRequestsPage(client, {
        repositoryNodeId: repository!.nodeId,
        pageSize: 25,
        after,
      });
      expect(page.unreadable).toEqual([]);
      records.push(...(await completeThreads(client, await completePullRequests(client, page.pullRequests))));
      after = page.after;
    } while (after !== undefined);
    const files = await readPullRequestFiles(client, { nodeIds: records.map(({ nodeId }) => nodeId) });

    const count = (pick: (record: PullRequestRecord) => number): number =>
      records.reduce((sum, one) => sum + pick(one), 0);
    expect(new Set(records.map(({ number }) => number)).size).toBe(49);
    expect(count(({ reviews }) => reviews.items.length)).toBe(30);
    expect(
      count(({ reviewThreads }) =>
        reviewThreads.items.reduce((sum, { comments }) => sum + comments.items.length, 0),
      ),
    ).toBe(16);
    expect(count(({ commits }) => commits.items.length)).toBe(90);
    expect(count(({ comments }) => comments.items.length)).toBeGreaterThan(0);
    expect(records.filter(({ headRepository }) => headRepository === undefined)).toHaveLength(15);
    for (const [at, record] of records.entries()) {
      expect(files[at]?.files.unavailableReason).toBe('forbidden');
      expect(
        toKnownSize({
          stated: record.statedSize,
          files: files[at]?.files,
        }),
      ).toBeUndefined();
    }
    expect(records.find(({ number }) => number === 4)?.title.length).toBeGreaterThan(500);
  });
});
