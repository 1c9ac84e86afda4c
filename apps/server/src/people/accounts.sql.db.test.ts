import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { type AccountSeen, noteAccountEmails, upsertAccounts } from './accounts.sql.ts';

const database = await testDatabase();

const seenAt = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-02T11:00:00Z');
const ada: AccountSeen = { githubId: 1, nodeId: 'U_1', login: 'ada', kind: 'User', observedAt: seenAt };
const bob: AccountSeen = { githubId: 2, nodeId: 'U_2', login: 'bob', kind: 'User', observedAt: seenAt };

let hostId = 0;

beforeEach(async () => {
  await database.query('delete from host');
  const [row] = await database.query<{ id: number }>(
    `insert into host (kind, base_url, name)
     values ('enterprise-server', 'https://github.example.com', 'GitHub')
     returning host_id as id`,
  );
  hostId = row!.id;
});

const loadLogins = () =>
  database.query('select github_id as id, login, name from account order by github_id');

describe('accounts', () => {
  test('take the latest login, and keep what an answer left out', async () => {
    await upsertAccounts(database, hostId, [{ ...ada, name: 'Ada' }, bob]);

    await upsertAccounts(database, hostId, [{ ...ada, login: 'ada-codes', observedAt: later }]);
    await upsertAccounts(database, hostId, [{ ...ada, login: 'older' }]);

    expect(await loadLogins()).toEqual([
      { id: 1, login: 'ada-codes', name: 'Ada' },
      { id: 2, login: 'bob', name: null },
    ]);
  });

  test('that look as they did are not waited for while another page names them', async () => {
    const ids = await upsertAccounts(database, hostId, [ada, bob]);
    const email = { accountId: ids.get(1)!, email: 'Ada@example.com', seenAt };
    await noteAccountEmails(database, [email]);
    const again = [ada, bob].map((one) => ({ ...one, observedAt: later }));

    await database.transaction(async (first) => {
      await upsertAccounts(first, hostId, again);
      await noteAccountEmails(first, [email]);
      await database.transaction(async (second) => {
        await second.query(`set local lock_timeout = '200ms'`);
        await second.query('select from account where host_id = $1::bigint for update', [hostId]);
        await second.query('select from account_email for update');
      });
    });

    expect(await loadLogins()).toHaveLength(2);
  });
});
