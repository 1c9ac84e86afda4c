import {
  ApiFailure,
  answerCorrection,
  askCorrection,
  createKey,
  createPerson,
  exportMyData,
  getMyData,
  getPerson,
  getPersonPage,
  getShippedText,
  getWorkspace,
  listCorrections,
  listMyCorrections,
  listMyLooks,
  listPersonRows,
  listPullRequests,
  mergePeople,
  type PersonPages,
  undoPersonAct,
  updatePerson,
  updateWorkspace,
} from '@throughline/contract';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedOrganisation } from '../activity/testing/seed-organisation.ts';
import { startTestApi } from '../http/testing/index.ts';
import { insertLinks, upsertAccounts } from '../people/index.ts';

const api = await startTestApi();
const { database } = api;
const administrator = await api.signIn('administrator');
const manager = await api.signIn('manager');
const lead = await api.signIn('member');
const stranger = await api.signIn('member');
const kim = await api.signIn('member');
let kimId = 0;

const kimsPage = { params: { slug: 'kim' }, query: {} };

const refused = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );

const setPages = (personPages: PersonPages) => administrator.call(updateWorkspace, { body: { personPages } });

const seenByKim = async () => (await kim.call(listMyLooks, { query: {} })).looks;

beforeAll(async () => {
  const { hostId } = await seedOrganisation(database);
  const ids = await upsertAccounts(database, hostId, [
    { githubId: 11, login: 'kim', kind: 'User', observedAt: new Date() },
  ]);
  const person = await administrator.call(createPerson, { body: { name: 'Kim', email: 'kim@acme.example' } });
  kimId = person.personId;
  const leader = await administrator.call(createPerson, { body: { name: 'Lee' } });
  await administrator.call(updatePerson, { params: { slug: 'kim' }, body: { userId: kim.user.userId } });
  await administrator.call(updatePerson, { params: { slug: 'lee' }, body: { userId: lead.user.userId } });
  await insertLinks(database, [{ personId: kimId, accountId: ids.get(11)!, evidence: [] }], undefined);
  await database.query(
    `with above as (insert into team (slug, name) values ('all', 'All') returning team_id),
       below as (
         insert into team (slug, name, parent_team_id) select 'part', 'Part', team_id from above returning team_id)
     insert into team_member (team_id, person_id, part, is_lead, from_on, source)
     select team_id, $1::bigint, 'contributor', true, date '2020-01-01', 'hand' from above
     union all
     select team_id, $2::bigint, 'contributor', false, date '2020-01-01', 'hand' from below`,
    [leader.personId, kimId],
  );
});

beforeEach(() => database.query('delete from person_look'));
afterEach(() => setPages('managers'));

describe('a look at somebody’s page', () => {
  it('is logged once an hour, with everything that was opened, and shown to them', async () => {
    await manager.call(getPersonPage, kimsPage);
    await manager.call(getPersonPage, kimsPage);
    await manager.call(listPullRequests, { query: { author: 'kim' } });
    await manager.call(listPersonRows, { params: { slug: 'kim' }, query: { figure: 'unblocked' } });
    await manager.call(getShippedText, { params: { slug: 'kim' }, query: {} });
    await manager.call(getPerson, { params: { slug: 'kim' } });

    expect(await seenByKim()).toMatchObject([
      {
        name: manager.user.name,
        role: 'manager',
        what: [
          'your page',
          'lists, figures or exports of your work',
          'what you shipped, to copy',
          'your details and accounts',
        ],
        isByKey: false,
        isRefused: false,
      },
    ]);
  });

  it('is one too by the login of their account', async () => {
    await manager.call(listPullRequests, { query: { author: '@kim' } });

    expect(await seenByKim()).toHaveLength(1);
    expect(await refused(stranger.call(listPullRequests, { query: { author: '@KIM' } }))).toBe('not-found');
  });

  it('is no look when it is one’s own', async () => {
    const page = await kim.call(getPersonPage, { params: { slug: 'me' }, query: {} });

    expect(page.looking).toContain('This page is yours first.');
    expect(await seenByKim()).toEqual([]);
  });

  it('tells a reader that they are seen, and the person how many looked', async () => {
    const theirs = await manager.call(getPersonPage, kimsPage);
    const mine = await kim.call(getPersonPage, { params: { slug: 'me' }, query: {} });

    expect(theirs.looking).toBe('They can see that you looked.');
    expect(mine.looking).toContain('1 person did in the last 30 days.');
  });

  it('is logged when it was refused, without a name, and looks like nobody', async () => {
    const [there, missing] = await Promise.all(
      ['kim', 'nobody-of-this-name'].map((slug) =>
        stranger
          .fetch(`/api/people/${slug}/page`)
          .then(async (answer) => [answer.status, await answer.json()]),
      ),
    );

    expect(there).toEqual(missing);
    expect(await seenByKim()).toMatchObject([{ what: [], isRefused: true }]);
    expect((await seenByKim())[0]).not.toHaveProperty('name');
  });

  it('by an API key is logged as such', async () => {
    const { text } = await manager.call(createKey, { body: { name: 'script', scope: 'read', days: 1 } });
    const answer = await fetch(new URL('/api/people/kim/page', api.origin), {
      headers: { authorization: `Bearer ${text}` },
    });

    expect(answer.status).toBe(200);
    expect(await seenByKim()).toMatchObject([{ isByKey: true, name: manager.user.name }]);
  });

  it('shows nothing where it cannot be written', async () => {
    await database.query('alter table person_look add constraint closed check (false) not valid');
    try {
      const answer = await manager.fetch('/api/people/kim/page');

      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('Kim');
    } finally {
      await database.query('alter table person_look drop constraint closed');
    }
  });

  it('many at once are one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => manager.call(getPersonPage, kimsPage)));

    expect(await seenByKim()).toHaveLength(1);
  });

  it('is forgotten after two years', async () => {
    await manager.call(getPersonPage, kimsPage);
    await database.query(
      `update person_look set looked_at = looked_at - interval '731 days', hour_at = hour_at - interval '731 days'`,
    );

    expect(await seenByKim()).toEqual([]);
    await administrator.call(getPersonPage, kimsPage);
    expect(await database.query('select from person_look')).toHaveLength(1);
  });
});

describe('who may open a page', () => {
  it.each([
    ['own', [false, false, false, false]],
    ['leads', [true, false, false, false]],
    ['managers', [true, true, true, false]],
    ['everyone', [true, true, true, true]],
  ] as const)('is, with %s, as everyone can read', async (setting, expected) => {
    await setPages(setting);
    const readers = [lead, manager, administrator, stranger];

    const answers = await Promise.all(readers.map((reader) => refused(reader.call(getPersonPage, kimsPage))));

    expect(answers.map((code) => code === undefined)).toEqual(expected);
    expect((await stranger.call(getWorkspace)).personPages).toBe(setting);
    expect((await kim.call(getMyData)).pages.setting).toBe(setting);
  });

  it('leaves administrators who is who, whatever the setting, and logs it', async () => {
    await setPages('own');

    const person = await administrator.call(getPerson, { params: { slug: 'kim' } });

    expect(person.name).toBe('Kim');
    expect(await seenByKim()).toMatchObject([{ what: ['your details and accounts'], isRefused: false }]);
    expect(await refused(manager.call(getPerson, { params: { slug: 'kim' } }))).toBe('not-found');
  });
});

describe('looks at somebody who was merged', () => {
  it('are those of whom they are now, on the page, in their data and in the looker’s, until they are split', async () => {
    await administrator.call(createPerson, { body: { name: 'Kim Twice' } });
    await manager.call(getPersonPage, { params: { slug: 'kim-twice' }, query: {} });
    await manager.call(getPersonPage, kimsPage);
    const countLooks = async () => {
      const { kinds } = await kim.call(getMyData);
      const file = (await (await kim.fetch(exportMyData.path)).json()) as {
        kinds: { id: string; rows: unknown[] }[];
      };
      return [
        (await seenByKim()).length,
        kinds.find(({ id }) => id === 'looks')?.count,
        file.kinds.find(({ id }) => id === 'looks')?.rows.length,
      ];
    };

    const before = await countLooks();
    const { personActId } = await administrator.call(mergePeople, {
      params: { slug: 'kim-twice' },
      body: { into: 'kim' },
    });
    const merged = await countLooks();
    await administrator.call(undoPersonAct, { params: { personActId } });

    expect([before, merged, await countLooks()]).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [1, 1, 1],
    ]);
  });
});

describe('my data', () => {
  it('names every kind with what it is and how long it is kept', async () => {
    const data = await kim.call(getMyData);
    const counts = new Map(data.kinds.map(({ id, count }) => [id, count]));

    expect(counts.get('links')).toBe(1);
    expect(counts.get('teams')).toBe(1);
    expect(data.accounts).toMatchObject([{ login: 'kim' }]);
    expect(data.emails).toMatchObject([{ email: 'kim@acme.example' }]);
    expect(data.kinds.every(({ what, kept }) => what !== '' && kept !== '')).toBe(true);
  });

  it('tells an address that GitHub told an owner, and whom, while the account is nobody else’s; and what waits', async () => {
    const [told] = await database.query<{ account_id: number; host_id: number }>(
      `with organised as (
         insert into organisation (host_id, github_id, login, observed_at)
         select host_id, 4711, 'verifying', now() from account where login = 'kim'
         returning organisation_id),
       connected as (
         insert into connection (organisation_id, name, repository_choice)
         select organisation_id, 'verifying', 'all' from organised
         returning connection_id)
       insert into account_verified_email (connection_id, account_id, email, told_at)
       select connection_id, account_id, 'kim@verified.example', now()
       from connected, account
       where account.login = 'kim'
       returning account_id, (select host_id from account where login = 'kim')`,
    );
    await database.query(
      `insert into awaited_login (person_id, host_id, login, file_name, row_number)
       values ($1::bigint, $2::bigint, 'kim-next', 'people.csv', 2)`,
      [kimId, told!.host_id],
    );
    const load = async () => {
      const { emails } = await kim.call(getMyData);
      const file = (await (await kim.fetch(exportMyData.path)).json()) as {
        kinds: { id: string; rows: unknown[] }[];
      };
      const rowsOf = (id: string) => file.kinds.find((kind) => kind.id === id)!.rows;
      const isVerified = ({ email }: { email?: string }) => email === 'kim@verified.example';
      return {
        shown: emails.find(isVerified),
        exported: rowsOf('emails').find((row) => isVerified(row as { email?: string })),
        waiting: rowsOf('awaited-logins'),
      };
    };

    const theirs = await load();
    await database.query(`update account_link set until_at = now() - interval '1 day'`);
    await database.query(
      `insert into account_link (person_id, account_id, evidence, from_at)
       select person_id, $1::bigint, '[]', now() - interval '1 day' from person where slug = 'lee'`,
      [told!.account_id],
    );
    const anothers = await load();
    await database.query(`delete from account_link where from_at is not null`);
    await database.query('update account_link set until_at = null');
    await database.query('delete from awaited_login');
    await database.query('delete from account_verified_email');

    const source = 'verified at GitHub, told to an owner of verifying';
    expect(theirs.shown).toEqual({ email: 'kim@verified.example', source });
    expect(theirs.exported).toEqual({ email: 'kim@verified.example', source });
    expect(theirs.waiting).toMatchObject([{ login: 'kim-next', file: 'people.csv' }]);
    expect([anothers.shown, anothers.exported]).toEqual([undefined, undefined]);
  });

  it('holds in its export as many rows of each kind as it counts', async () => {
    await manager.call(getPersonPage, kimsPage);
    await stranger.call(getPersonPage, kimsPage).catch(() => undefined);
    const { kinds } = await kim.call(getMyData);
    const answer = await kim.fetch(exportMyData.path);
    const file = (await answer.json()) as { kinds: { id: string; rows: unknown[] }[] };

    expect(answer.headers.get('content-disposition')).toContain('throughline-my-data.json');
    for (const { id, count } of kinds) {
      const { rows } = file.kinds.find((each) => each.id === id)!;
      if (count !== undefined) expect([id, rows.length]).toEqual([id, count]);
    }
    const looks = file.kinds.find(({ id }) => id === 'looks')!.rows;
    expect(looks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ who: null, refused: true }),
        expect.objectContaining({ who: manager.user.name, refused: false }),
      ]),
    );
  });

  it('says to a user who is no person how to be one, and exports what there is', async () => {
    const data = await stranger.call(getMyData);
    const file = (await (await stranger.fetch(exportMyData.path)).json()) as {
      kinds: { id: string; rows: unknown[] }[];
    };

    expect(data).not.toHaveProperty('person');
    expect(data.untied).toContain('An administrator ties your user');
    expect(file.kinds.find(({ id }) => id === 'user')!.rows).toHaveLength(1);
    expect(file.kinds.find(({ id }) => id === 'looks')!.rows).toEqual([]);
    expect(await refused(stranger.call(askCorrection, { body: { kind: 'zone', zone: 'UTC' } }))).toBe(
      'conflict',
    );
  });
});

describe('a correction', () => {
  it('of a zone or an account is done at once, and the link does not come back', async () => {
    const { accounts } = await kim.call(getMyData);
    const { accountLinkId } = accounts[0]!;
    const zone = await kim.call(askCorrection, { body: { kind: 'zone', zone: 'Europe/Paris' } });
    const account = await kim.call(askCorrection, { body: { kind: 'account', accountLinkId } });

    expect([zone.state, account.state]).toEqual(['done', 'done']);
    expect(account.subject).toBe('@kim on acme');
    const after = await kim.call(getMyData);
    expect(after.person?.zone).toBe('Europe/Paris');
    expect(after.accounts[0]?.unlinkedBy).toBe(kim.user.name);
    expect(await refused(kim.call(askCorrection, { body: { kind: 'account', accountLinkId } }))).toBe(
      'not-found',
    );
  });

  it('that concerns others waits for an administrator, whose answer its person reads', async () => {
    const asked = await kim.call(askCorrection, {
      body: { kind: 'pull-request', address: 'acme/api#1', note: 'It was the bot' },
    });
    const { corrections, open } = await administrator.call(listCorrections);
    const answer = { params: { correctionId: asked.correctionId } };
    await administrator.call(answerCorrection, {
      ...answer,
      body: { state: 'refused', answer: 'Your account opened it.' },
    });

    expect(corrections[0]).toMatchObject({ person: { slug: 'kim' }, state: 'open', subject: 'acme/api#1' });
    expect(open).toBe(1);
    expect((await kim.call(listMyCorrections)).corrections[0]).toMatchObject({
      state: 'refused',
      answer: 'Your account opened it.',
      answeredBy: administrator.user.name,
    });
    expect(await refused(administrator.call(answerCorrection, { ...answer, body: { state: 'done' } }))).toBe(
      'not-found',
    );
    expect(await refused(manager.call(listCorrections))).toBe('not-found');
  });
});
