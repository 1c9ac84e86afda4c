import {
  addImportPart,
  createPerson,
  getPerson,
  linkAccount,
  listImportRows,
  listPersonActs,
  mergePeople,
  previewMerge,
  readPeopleImport,
  removeAwaitedLogin,
  startPeopleImport,
  undoPersonAct,
  unlinkAccount,
  writePeopleImport,
} from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../platform/sql/index.ts';
import { storeAccounts } from '../accounts.sql.ts';
import { importRoutes, personActRoutes, upsertAccounts } from '../index.ts';
import { startPeopleWorld } from '../testing/start-people-world.ts';

const {
  database,
  administrator: { call },
  hostId,
} = await startPeopleWorld((deps) => [...personActRoutes(deps), ...importRoutes(deps)]);
const addHost = async (name: string): Promise<number> => {
  const [row] = await database.query<{ host_id: number }>(
    `insert into host (kind, base_url, name)
     values ('enterprise-server', 'https://' || $1::text, $1::text)
     returning host_id`,
    [name],
  );
  return row!.host_id;
};

beforeEach(async () => {
  await database.query('delete from person_act');
  await database.query('delete from person');
  await database.query('delete from account');
  await database.query('delete from host where host_id <> $1::bigint', [hostId]);
});

const bring = async (text: string) => {
  const { peopleImportId } = await call(startPeopleImport, { body: { fileName: 'people.csv' } });
  const params = { peopleImportId };
  await call(addImportPart, { params: { ...params, position: 0 }, body: { text } });
  const { counts, awaitedLogins } = await call(readPeopleImport, { params });
  const { rows } = await call(listImportRows, { params, query: {} });
  return { counts, awaitedLogins, rows, write: () => call(writePeopleImport, { params }) };
};
const importFile = async (text: string) => (await bring(text)).write();
let observed = Date.parse('2026-11-01');
const see = (login: string, githubId: number, sql: Sql = database) => {
  observed += 1_000;
  return upsertAccounts(sql, hostId, [{ githubId, login, kind: 'User', observedAt: new Date(observed) }]);
};
const load = (slug: string) => call(getPerson, { params: { slug } });
const loadLogins = async (slug: string) => (await load(slug)).links.map(({ account }) => account.login);

describe('a login of an import that nobody was seen under', () => {
  it('is kept, as the preview says, and linked once it is seen, in whatever case, in an act that is undone', async () => {
    const { awaitedLogins, rows, write } = await bring('name,logins\nLee,never-seen\n');
    await write();
    const before = await load('lee');

    await database.transaction((tx) => see('Never-Seen', 1, tx));
    const after = await load('lee');
    const { acts } = await call(listPersonActs);
    const [audited] = await database.query<{ subject: string }>(
      `select subject from audit_entry where action = 'accounts.linked-as-imported'`,
    );
    await call(undoPersonAct, { params: { personActId: acts[0]!.personActId } });

    expect(awaitedLogins).toBe(1);
    expect(rows[0]?.notes).toEqual([
      '@never-seen was not seen on github.com yet: the login is kept, and linked once it is.',
    ]);
    expect(before).toMatchObject({
      links: [],
      awaitedLogins: [{ login: 'never-seen', hostName: 'github.com', fileName: 'people.csv' }],
    });
    const [link] = after.links;
    expect(link).toMatchObject({ account: { login: 'Never-Seen' }, evidence: [{ kind: 'chosen' }] });
    expect(link?.linkedBy).toBeUndefined();
    expect(link?.evidence[0]?.text).toMatch(
      /^From the import of \d+ \w+ \d{4}: row 2 of people\.csv named @Never-Seen, who was not seen yet\.$/,
    );
    expect(after.awaitedLogins).toEqual([]);
    expect(acts).toMatchObject([
      { kind: 'link', text: expect.stringMatching(/^1 account linked, from the import of \d/) },
    ]);
    expect(audited?.subject).toBe(`person-act:${acts[0]!.personActId}`);
    expect(await load('lee')).toMatchObject({ links: [], awaitedLogins: [] });
  });

  it('names whoever is first seen under it, and nobody who gets it later', async () => {
    await importFile('name,logins\nLee,lee\n');

    await see('lee', 1);
    await see('lee-renamed', 1);
    await see('lee', 2);

    expect(await loadLogins('lee')).toEqual(['lee-renamed']);
  });

  it('is linked to an account that was known by another login', async () => {
    await see('lee-before', 1);
    await importFile('name,logins\nLee,lee\n');

    await see('lee', 1);

    expect(await loadLogins('lee')).toEqual(['lee']);
  });

  it('gives way to whom somebody linked meanwhile', async () => {
    await see('kim-before', 1);
    const kim = await call(createPerson, { body: { name: 'Kim' } });
    await call(linkAccount, { params: { slug: kim.slug }, body: { hostId, githubId: 1 } });
    await importFile('name,logins\nLee,lee ann\n');
    await storeAccounts(database, hostId, [
      { githubId: 2, login: 'ann', kind: 'User', observedAt: new Date('2026-11-01') },
    ]);
    await call(linkAccount, { params: { slug: kim.slug }, body: { hostId, githubId: 2 } });

    await see('lee', 1);

    expect(await loadLogins(kim.slug)).toEqual(['ann', 'lee']);
    expect(await load('lee')).toMatchObject({ links: [], awaitedLogins: [] });
  });

  it('does not link again what somebody unlinked', async () => {
    await see('kim-before', 1);
    const { slug } = await call(createPerson, { body: { name: 'Kim', email: 'kim@acme.com' } });
    const linked = await call(linkAccount, { params: { slug }, body: { hostId, githubId: 1 } });
    const { accountLinkId } = linked.links[0]!;
    await call(unlinkAccount, { params: { slug, accountLinkId } });
    await importFile('email,logins\nkim@acme.com,kim\n');

    await see('kim', 1);

    expect(await load(slug)).toMatchObject({ links: [], awaitedLogins: [] });
  });

  it('is forgotten when somebody says so, and with its person', async () => {
    await importFile('name,logins\nLee,lee\nAnn,ann\n');
    const { awaitedLogins } = await load('lee');

    await call(removeAwaitedLogin, {
      params: { slug: 'lee', awaitedLoginId: awaitedLogins[0]!.awaitedLoginId },
    });
    const refused = call(removeAwaitedLogin, {
      params: { slug: 'lee', awaitedLoginId: (await load('ann')).awaitedLogins[0]!.awaitedLoginId },
    });
    await expect(refused).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await see('lee', 1);
    await database.query(`delete from person where slug = 'ann'`);
    await see('ann', 2);

    expect(await loadLogins('lee')).toEqual([]);
    expect(await database.query('select from awaited_login')).toEqual([]);
    expect(await database.query('select from account_link')).toEqual([]);
  });

  it('goes over with a merge, and back when that is undone', async () => {
    await importFile('name,logins\nLee,lee ann\n');
    const into = await call(createPerson, { body: { name: 'Lee Whole' } });

    const preview = await call(previewMerge, { params: { slug: 'lee' }, query: { into: into.slug } });
    const merged = await call(mergePeople, { params: { slug: 'lee' }, body: { into: into.slug } });
    await see('lee', 1);
    const between = await load(into.slug);
    await call(undoPersonAct, { params: { personActId: merged.personActId } });

    expect(preview.awaitedLogins).toEqual(['ann', 'lee']);
    expect(merged.person.awaitedLogins.map(({ login }) => login)).toEqual(['ann', 'lee']);
    expect(between.links.map(({ account }) => account.login)).toEqual(['lee']);
    expect((await load('lee')).awaitedLogins.map(({ login }) => login)).toEqual(['ann']);
  });

  it('brought again finds its person, and is one person’s', async () => {
    const text = 'name,logins\nLee,lee\n';
    await importFile(text);

    expect((await bring(text)).counts).toMatchObject({ nothing: 1, adds: 0, changes: 0 });
    const { rows } = await bring('name,logins\nTwice,ann\nAgain,ann\nBoth,lee other\n');
    expect(rows.map(({ does, problems }) => [does, ...problems])).toEqual([
      ['adds'],
      ['wrong', "@ann stands in row 2 too. An account is one person's."],
      ['changes'],
    ]);
  });

  it('is kept where its host is known alone', async () => {
    await addHost('ghe.acme.com');
    const { rows, write } = await bring(
      'name,logins\nLee,lee\nAnn,ghe.acme.com/ann\nKim,elsewhere.com/kim\n',
    );
    await write();

    expect(rows.map(({ notes }) => notes[0])).toEqual([
      '@lee was not seen yet, and may be of several hosts, so it is not kept. Write host/lee to keep it.',
      '@ann was not seen on ghe.acme.com yet: the login is kept, and linked once it is.',
      '@elsewhere.com/kim is on no host that is connected here, so it is not kept.',
    ]);
    await see('ann', 1);
    expect(await load('lee')).toMatchObject({ awaitedLogins: [] });
    expect(await load('ann')).toMatchObject({ links: [], awaitedLogins: [{ hostName: 'ghe.acme.com' }] });
  });

  it('is not missed where the account is being written while the import is', async () => {
    const { write } = await bring('name,logins\nLee,lee\n');

    const writing = await database.transaction(async (tx) => {
      await see('lee', 1, tx);
      const started = write();
      await waitUntilLocked();
      return { started };
    });
    await writing.started;

    expect(await load('lee')).toMatchObject({ links: [{ account: { login: 'lee' } }], awaitedLogins: [] });
  });
});

/** Until somebody waits for a lock on the table of logins. */
async function waitUntilLocked(): Promise<void> {
  for (;;) {
    const waiting = await database.query(
      `select from pg_locks
       where relation = 'awaited_login'::regclass
         and not granted`,
    );
    if (waiting.length > 0) return;
  }
}
