import {
  addExclusionRule,
  excludePullRequest,
  getPullRequest,
  includePullRequest,
  listAudit,
  listExclusionRules,
  listMetricRows,
  removeExclusionRule,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { allMetrics } from '../metrics/all-metrics.metric.ts';
import { startPullsWorld } from '../testing/start-pulls-world.ts';

const { administrator, member, database, api, repositories } = await startPullsWorld();
const [{ name: host } = { name: '' }] = await database.query<{ name: string }>('select name from v_host');
const of = (name: string, number: number) => ({ host, owner: 'acme', name, number });

describe('the page of a pull request', () => {
  test('tells where its time went, who answered and what happened', async () => {
    const page = await administrator.call(getPullRequest, { params: of('web', 6) });

    expect(page).toMatchObject({
      state: 'merged',
      title: 'Change 6',
      author: { login: 'renovate[bot]', class: 'bot' },
    });
    expect(page.band?.stages.map(({ name }) => name)).toEqual(['coding', 'pickup', 'review', 'merge']);
    expect(page.reviewers.map(({ account, answer }) => [account.login, answer])).toEqual([
      ['kim', 'approved'],
    ]);
    expect(page.events.map(({ kind }) => kind)).toContain('approved');
    expect(page.exclusion?.kind).toBe('bot');
  });

  test('says what an open one waits for, in a sentence', async () => {
    const { waiting } = await administrator.call(getPullRequest, { params: of('api', 2) });

    expect(waiting?.sentence).toMatch(/^Waiting because /);
  });

  test('says in which figures it counts: those whose rows have it, and no others', async () => {
    const { figures } = await administrator.call(getPullRequest, { params: of('api', 1) });

    expect(figures).toHaveLength(allMetrics.length);
    for (const { metric, standing, path } of figures) {
      const query = Object.fromEntries(new URL(path, 'http://x').searchParams);
      const { rows } = await administrator.call(listMetricRows, {
        params: { metric },
        query: standing === 'not-of-it' ? { period: '2020-01-01..2026-12-31' } : query,
      });

      const isThere = rows.some(
        ({ repository, number }) => repository.fullName === 'acme/api' && number === 1,
      );
      expect([metric, isThere]).toEqual([metric, standing !== 'not-of-it']);
    }
  });

  test('counts in no figure while it is left out of them', async () => {
    const { figures } = await administrator.call(getPullRequest, { params: of('web', 6) });

    expect(figures).toEqual([]);
  });

  test('is not found by whoever does not see its repository, as if there were none', async () => {
    expect(await codeOf(member.call(getPullRequest, { params: of('web', 5) }))).toBe('not-found');
    expect(await codeOf(member.call(getPullRequest, { params: of('web', 999) }))).toBe('not-found');
    expect(await codeOf(member.call(getPullRequest, { params: of('api', 1) }))).toBe('done');
  });

  test('says which lists are not all here, but for what is switched off', async () => {
    await database.query(
      `insert into pull_request_part (repository_id, number, part, state, held, reason, observed_at)
       select repository_id, 1, part, 'partial', 0, 'not-read', app_now()
       from v_repository, unnest(array['files', 'commits']) as part
       where name = 'api'
       on conflict (repository_id, number, part) do update
       set state = excluded.state, reason = excluded.reason, complete_version = null`,
    );
    const look = async () => {
      const { gaps } = await administrator.call(getPullRequest, { params: of('api', 1) });
      return gaps.map((sentence) => sentence.split(' ')[0]);
    };

    const before = await look();
    await database.query(
      `with made as (
         insert into connection (organisation_id, name, repository_choice)
         select organisation_id, login, 'all'
         from organisation
         returning connection_id)
       insert into connection_data (connection_id, data, switched_off_at)
       select connection_id, 'files', app_now()
       from made`,
    );
    const off = await look();
    await database.query('delete from connection');

    expect(before).toEqual(['Commits', 'Files']);
    expect(off).toEqual(['Commits']);
  });

  test('keeps and dates one that GitHub no longer has', async () => {
    await database.query(
      `update pull_request
       set gone_at = '2026-11-19T08:00:00Z'
       where repository_id = $1::bigint
         and number = 5`,
      [repositories.get('web')],
    );

    const page = await administrator.call(getPullRequest, { params: of('web', 5) });

    expect(page).toMatchObject({ goneAt: '2026-11-19T08:00:00.000Z', title: 'Change 5', mayExclude: false });
  });
});

describe('leaving one out of figures', () => {
  const page = () => administrator.call(getPullRequest, { params: of('api', 1) });

  test('is at once, with a reason and a name, can be taken back, and is in the audit log', async () => {
    await administrator.call(excludePullRequest, { params: of('api', 1), body: { reason: 'A rehearsal.' } });
    const excluded = await page();
    await administrator.call(includePullRequest, { params: of('api', 1) });
    const included = await page();

    expect(excluded.exclusion).toMatchObject({
      kind: 'pull-request',
      reason: 'A rehearsal.',
      by: administrator.user.name,
    });
    expect(included.exclusion).toBeUndefined();
    const { entries } = await administrator.call(listAudit, { query: {} });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['pull-request.excluded', 'pull-request.included']),
    );
  });

  test('is for managers alone', async () => {
    const asked = member.call(excludePullRequest, { params: of('api', 1), body: { reason: 'x' } });

    expect(await codeOf(asked)).toBe('not-found');
  });

  test('needs a reason', async () => {
    const asked = administrator.call(excludePullRequest, { params: of('api', 1), body: { reason: '  ' } });

    expect(await codeOf(asked)).toBe('input-invalid');
  });

  test('is not for what a manager does not see', async () => {
    const manager = await api.signIn('manager');
    const asked = manager.call(excludePullRequest, { params: of('api', 1), body: { reason: 'x' } });

    expect(await codeOf(asked)).toBe('not-found');
  });

  test('by a rule is noted for the facts it fits, and once only', async () => {
    const body = { kind: 'label', pattern: 'bu*', reason: 'Bugs apart.' } as const;
    const rule = await administrator.call(addExclusionRule, { body });
    const again = await codeOf(administrator.call(addExclusionRule, { body }));
    const { rules } = await administrator.call(listExclusionRules);
    await administrator.call(removeExclusionRule, { params: { ruleId: rule.ruleId } });

    expect(again).toBe('conflict');
    expect(rules).toMatchObject([{ pattern: 'bu*', reason: 'Bugs apart.' }]);
    expect((await administrator.call(listExclusionRules)).rules).toEqual([]);
  });
});
