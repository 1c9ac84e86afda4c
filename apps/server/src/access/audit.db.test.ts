import { exportAuditCsv, exportAuditJson, listAudit, routes, updateWorkspace } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { startAccessApi } from './testing/start-access-api.ts';

const api = await startAccessApi();
const { database } = api;
const administrator = await api.signIn('administrator');
const other = await api.signIn('administrator');

await database.query(
  `insert into audit_entry (at, actor_user_id, action, subject, detail)
   values
     ('2026-11-01T00:30:00Z', $1::bigint, 'connection.created', 'connection:7', '{"name": "acme"}'),
     ('2026-11-02T12:00:00Z', $2::bigint, 'connection.renamed', 'connection:7', '{"name": "=cmd()"}'),
     ('2026-11-02T23:30:00Z', null, 'connection.left-at-github', 'connection:71', '{}'),
     ('2026-11-03T12:00:00Z', $2::bigint, 'connections.counted', 'workspace', '{}')`,
  [administrator.user.userId, other.user.userId],
);

const listActions = async (query: object): Promise<string[]> => {
  const { entries } = await administrator.call(listAudit, {
    query: { ...query, period: '2026-11-01..2026-11-09', ...query },
  });
  return entries.map(({ action }) => action);
};

describe('the audit, filtered', () => {
  test.each([
    ['by an action', { action: 'connection.created' }, ['connection.created']],
    [
      'by a kind of actions',
      { action: 'connection' },
      ['connection.left-at-github', 'connection.renamed', 'connection.created'],
    ],
    ['by what it happened to', { subject: 'connection:7' }, ['connection.renamed', 'connection.created']],
    ['by Throughline itself', { actor: 'throughline' }, ['connection.left-at-github']],
    ['by days', { period: '2026-11-02..2026-11-02' }, ['connection.left-at-github', 'connection.renamed']],
  ])('%s', async (_name, query, actions) => {
    expect(await listActions(query)).toEqual(actions);
  });

  test('by who did it', async () => {
    expect(await listActions({ actor: other.user.email })).toEqual([
      'connections.counted',
      'connection.renamed',
    ]);
  });

  test('by days as they begin in the workspace’s zone', async () => {
    await administrator.call(updateWorkspace, { body: { name: 'Acme', zone: 'Asia/Tokyo' } });

    const tokyo = await listActions({ period: '2026-11-03..2026-11-03' });
    await administrator.call(updateWorkspace, { body: { name: 'Acme', zone: 'UTC' } });

    expect(tokyo).toEqual(['connections.counted', 'connection.left-at-github']);
  });

  test.each([
    '/api/audit?period=yesterday',
    '/api/audit.csv?period=2026-13-01..2026-13-02',
    '/api/audit?who=ada',
  ])('refuses what it does not understand: %s', async (path) => {
    expect((await administrator.fetch(path)).status).toBe(422);
  });
});

describe('the audit as a file', () => {
  test('holds exactly the rows of the filter, and no cell that a spreadsheet runs', async () => {
    const response = await administrator.fetch('/api/audit.csv?subject=connection:7');

    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    expect((await response.text()).split('\r\n').map((line) => line.replace(/^\d+,/, ''))).toEqual([
      'number,at,actor,action,subject,detail',
      `2026-11-02T12:00:00.000Z,${other.user.email},connection.renamed,connection:7,"{""name"":""=cmd()""}"`,
      `2026-11-01T00:30:00.000Z,${administrator.user.email},connection.created,connection:7,"{""name"":""acme""}"`,
      '',
    ]);
  });

  test('holds more rows than a page, each once, newest first', async () => {
    await database.query(
      `insert into audit_entry (action, subject)
       select 'test.counted', 'test:' || number
       from generate_series(1, 1200) as number`,
    );

    const response = await administrator.fetch('/api/audit.json?action=test.counted');
    const rows: { subject: string }[] = JSON.parse(await response.text());

    expect(rows.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 1200 }, (_, at) => `test:${1200 - at}`),
    );
  });

  test('is for administrators alone, as the list is', async () => {
    const manager = await api.signIn('manager');

    for (const path of [listAudit.path, exportAuditCsv.path, exportAuditJson.path]) {
      expect((await manager.fetch(path)).status).toBe(404);
    }
  });
});

test('no route changes or removes what stands in the audit', () => {
  const touching = routes.filter(({ path, method }) => path.startsWith('/api/audit') && method !== 'GET');

  expect(touching).toEqual([]);
});
