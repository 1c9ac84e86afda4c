import {
  addImportPart,
  type Call,
  createPerson,
  createTeam,
  getTeam,
  importPartLength,
  linkAccount,
  listImportRows,
  listPeople,
  readPeopleImport,
  startPeopleImport,
  updatePerson,
  writePeopleImport,
} from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { importRoutes, peopleExportRoutes, teamRoutes, upsertAccounts } from '../index.ts';
import { startPeopleWorld } from '../testing/start-people-world.ts';

const {
  database,
  api,
  administrator,
  hostId,
  loadPerson: load,
} = await startPeopleWorld((deps) => [
  ...teamRoutes(deps),
  ...importRoutes(deps),
  ...peopleExportRoutes(deps),
]);

beforeEach(async () => {
  await database.query('delete from person');
  await database.query('delete from account');
  await database.query('delete from team');
});

const bring = async (text: string, call: Call = administrator.call) => {
  const { peopleImportId } = await call(startPeopleImport, { body: { fileName: 'people.csv' } });
  for (let position = 0; position * importPartLength < text.length; position += 1) {
    await call(addImportPart, {
      params: { peopleImportId, position },
      body: { text: text.slice(position * importPartLength, (position + 1) * importPartLength) },
    });
  }
  return call(readPeopleImport, { params: { peopleImportId } });
};
const listRows = async (peopleImportId: number) =>
  (await administrator.call(listImportRows, { params: { peopleImportId }, query: {} })).rows;
const write = (peopleImportId: number) =>
  administrator.call(writePeopleImport, { params: { peopleImportId } });
const addAccounts = (...logins: string[]) =>
  upsertAccounts(
    database,
    hostId,
    logins.map((login, place) => ({
      githubId: place + 1,
      login,
      kind: 'User',
      observedAt: new Date('2026-11-01'),
    })),
  );

describe('a file of people', () => {
  it('says what each row will do, writes nothing before that, and everything then', async () => {
    const accounts = await addAccounts('kim', 'sam');
    const known = await administrator.call(createPerson, {
      body: { name: 'Kim', email: 'kim@acme.com' },
    });
    const team = await administrator.call(createTeam, { body: { name: 'Core' } });
    const text =
      '\uFEFFname;email;login;joined;team\r\n' +
      'Kim Example;kim@acme.com;kim;2026-03-01;\r\n' +
      '"Sam\nof two lines";sam@acme.com k@home.org;@sam;2026-04-01;core\r\n' +
      '\r\n' +
      'Lee;lee@acme.com;never-seen;;\r\n';

    const { peopleImportId, counts } = await bring(text);
    const before = await administrator.call(listPeople, { query: {} });
    const rows = await listRows(peopleImportId);
    const done = await write(peopleImportId);

    expect(counts).toEqual({ rows: 3, adds: 2, changes: 1, nothing: 0, wrong: 0 });
    expect(before.total).toBe(1);
    expect(rows.map(({ rowNumber, does, notes }) => [rowNumber, does, notes])).toEqual([
      [2, 'changes', []],
      [3, 'adds', []],
      [5, 'adds', ['@never-seen was not seen on github.com yet: the login is kept, and linked once it is.']],
    ]);
    expect(done.state).toBe('written');
    expect(await load(known.slug)).toMatchObject({
      name: 'Kim Example',
      joinedOn: '2026-03-01',
      links: [{ account: { accountId: accounts.get(1) } }],
    });
    expect(await load('sam-of-two-lines')).toMatchObject({
      email: 'sam@acme.com',
      emails: ['k@home.org'],
      links: [{ account: { login: 'sam' }, evidence: [{ text: 'Row 3 of people.csv.' }] }],
    });
    expect(await administrator.call(getTeam, { params: { slug: team.slug } })).toMatchObject({
      members: [{ person: { name: 'Sam\nof two lines' }, fromOn: '2026-04-01', source: 'csv' }],
    });
  });

  it('brought again changes nothing and adds nobody', async () => {
    await addAccounts('kim');
    const text = 'name\temail\tlogin\tzone\nKim Example\tkim@acme.com\tkim\tEurope/Paris\n';
    await write((await bring(text)).peopleImportId);

    const { counts } = await bring(text);

    expect(counts).toEqual({ rows: 1, adds: 0, changes: 0, nothing: 1, wrong: 0 });
  });

  it('with a wrong row writes nothing, and says which row and why', async () => {
    const accounts = await addAccounts('kim', 'sam');
    const owner = await administrator.call(createPerson, { body: { name: 'Owner', email: 'o@acme.com' } });
    await administrator.call(createPerson, { body: { name: 'Other', email: 'other@acme.com' } });
    await administrator.call(linkAccount, { params: { slug: owner.slug }, body: { hostId, githubId: 1 } });
    await administrator.call(updatePerson, {
      params: { slug: owner.slug },
      body: { joinedOn: '2026-05-01' },
    });
    const text = [
      'name,emails,logins,left,team',
      'Fine,fine@acme.com,sam,,',
      'Twice,fine@acme.com,,,',
      'Same account,s@acme.com,sam,,',
      'Two people,other@acme.com,kim,,',
      ',nameless@acme.com,,,',
      'Teamless,t@acme.com,,,No such team',
      'Owner,o@acme.com,,2026-01-01,',
      'Bad mail,nonsense,,,',
    ].join('\n');

    const { peopleImportId, counts } = await bring(text);
    const rows = await listRows(peopleImportId);

    expect(accounts.size).toBe(2);
    expect(counts).toMatchObject({ adds: 1, wrong: 7 });
    expect(rows.map(({ rowNumber, problems }) => [rowNumber, problems[0]])).toEqual([
      [2, undefined],
      [3, 'fine@acme.com stands in row 2 too. Somebody has one row.'],
      [4, "@sam stands in row 2 too. An account is one person's."],
      [5, 'Its addresses and logins belong to Owner and Other. Merge them first, or correct the row.'],
      [6, 'Somebody new needs a name.'],
      [7, 'There is no team No such team. Make it first, or correct its name.'],
      [8, 'Row 5 is about Owner already.'],
      [9, '“nonsense” is no e-mail address.'],
    ]);
    await expect(write(peopleImportId)).rejects.toMatchObject({ failure: { code: 'import-wrong' } });
    expect((await administrator.call(listPeople, { query: {} })).total).toBe(2);
  });

  it('is judged anew before it is written', async () => {
    const { peopleImportId } = await bring('name,email\nKim,kim@acme.com\n');
    await administrator.call(createPerson, { body: { name: 'Kim', email: 'kim@acme.com' } });

    const { counts } = await write(peopleImportId);

    expect(counts).toMatchObject({ adds: 0, nothing: 1 });
  });

  it('is its maker’s alone, and says what cannot be read', async () => {
    const other = await api.signIn('administrator');
    const { peopleImportId } = await bring('name\nKim\n');

    await expect(other.call(writePeopleImport, { params: { peopleImportId } })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    await expect(bring('')).rejects.toMatchObject({ failure: { code: 'import-unreadable' } });
    await expect(bring('first,second\n1,2\n')).rejects.toMatchObject({
      failure: { message: expect.stringContaining('none of the columns name, emails and logins') },
    });
    await expect(bring('name,email\n"Kim,kim@acme.com\n')).rejects.toMatchObject({
      failure: { message: expect.stringContaining('quote') },
    });
  });
});

describe('people as a file', () => {
  it('are exactly those of the filter, safe for spreadsheets, and come back as they went', async () => {
    await addAccounts('kim');
    await write(
      (
        await bring(
          'name,email,login,joined\n"\'=Kim, ""K""",kim@acme.com k@home.org,kim,2026-03-01\nSam,,,\n',
        )
      ).peopleImportId,
    );

    const csv = await (await administrator.fetch('/api/people.csv?q=kim')).text();
    const json: unknown = await (await administrator.fetch('/api/people.json?q=kim')).json();
    const all = await (await administrator.fetch('/api/people.csv?state=not-linked')).text();
    const { counts } = await bring(csv);

    expect(csv.split('\r\n')[1]).toBe(
      `"'=Kim, ""K""",kim@acme.com k@home.org,kim,2026-03-01,,,,,,false,/people/kim-k`,
    );
    expect(json).toMatchObject([{ name: '=Kim, "K"', emails: ['kim@acme.com', 'k@home.org'] }]);
    expect(all.trim().split('\r\n')).toHaveLength(2);
    expect(counts).toEqual({ rows: 1, adds: 0, changes: 0, nothing: 1, wrong: 0 });
  });

  it('are for administrators alone', async () => {
    const manager = await api.signIn('manager');

    expect((await manager.fetch('/api/people.csv')).status).toBe(404);
  });
});

describe('a large file', () => {
  it('comes in parts, is read as a stream, and its rows are shown 200 at a time', async () => {
    const count = 12_000;
    const lines = Array.from(
      { length: count },
      (_, place) => `Person ${place},p${place}@acme.com,,2026-01-01,${'x'.repeat(30)}`,
    );
    const text = `name,email,login,joined,remark\n${lines.join('\n')}\n`;

    const { peopleImportId, counts, unknownColumns } = await bring(text);
    const page = await administrator.call(listImportRows, {
      params: { peopleImportId },
      query: { after: 5000 },
    });
    const done = await write(peopleImportId);

    expect(text.length).toBeGreaterThan(2 * importPartLength);
    expect(counts).toEqual({ rows: count, adds: count, changes: 0, nothing: 0, wrong: 0 });
    expect(unknownColumns).toEqual(['remark']);
    expect(page).toMatchObject({ total: count, next: 5200, rows: expect.any(Array) });
    expect(done.state).toBe('written');
  }, 60_000);
});
