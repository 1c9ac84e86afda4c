import { join } from 'node:path';
import { loadRecorded, recordedOrganisationLogin } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadRowWriters } from '../testing/load-row-writers.ts';
import { startStory } from '../testing/start-story.ts';

const recorded = process.env['THROUGHLINE_RECORDED'];

describe.skipIf(recorded === undefined)('the recorded repository (needs THROUGHLINE_RECORDED)', async () => {
  const database = await testDatabase();

  test('is read whole and exactly, unknown sizes stay unknown, and read again it changes nothing', async () => {
    const story = await startStory(
      database,
      { sources: [await loadRecorded(join(recorded ?? '', 'ants'))] },
      { organisation: recordedOrganisationLogin, login: 'panjf2000' },
    );
    await story.discover();
    await story.readAll('ants');

    const [counts] = await database.query(
      `select
         (select count(*)::integer from v_pull_request) as pull_requests,
         (select count(*)::integer from v_pull_request where additions is null) as sizes_unknown,
         (select count(*)::integer from v_pull_request where head_repository is null) as heads_gone,
         (select max(length(title)) > 200 from v_pull_request where number = 4) as is_title_whole,
         (select count(*)::integer from v_pull_request_review) as reviews,
         (select count(*)::integer from v_pull_request_comment where kind = 'review') as review_comments,
         (select count(*)::integer from v_pull_request_comment where kind = 'conversation') as comments,
         (select count(*)::integer from v_pull_request_commit) as commits,
         (select count(*)::integer from v_pull_request_part where part = 'files' and reason_code = 'forbidden') as files_forbidden`,
    );
    const before = await loadRowWriters(database);
    await story.clock.shift(15);
    const inStep = await story.readAll('ants');
    await database.query(`update repository_sync set phase = 'recent', cursor = null, completed_at = null`);
    const again = await story.readAll('ants');

    expect(counts).toMatchObject({
      pull_requests: 49,
      sizes_unknown: 49,
      heads_gone: 15,
      is_title_whole: true,
      reviews: 30,
      review_comments: 16,
      // Of 94 recorded ones those that stand on pull requests.
      comments: 46,
      commits: 90,
      files_forbidden: 49,
    });
    expect([inStep, again]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(story.proxy.passed.filter(({ operation }) => operation === 'pullRequestsPage')).toHaveLength(5);
    expect(await loadRowWriters(database)).toEqual(before);
  });
});
