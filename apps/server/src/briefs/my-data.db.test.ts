import {
  answerCorrection,
  askCorrection,
  exportMyData,
  getMyData,
  getPersonPage,
  listCorrections,
  listMyCorrections,
} from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { refused, startKimsWorld } from './testing/start-kims-world.ts';

const { database, administrator, manager, stranger, kim, kimId, kimsPage } = await startKimsWorld();

beforeEach(() => database.query('delete from person_look'));

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
