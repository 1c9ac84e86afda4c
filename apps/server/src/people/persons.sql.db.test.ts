import { describe, expect, it } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { loadSeenAccounts, searchSeenAccounts } from './account-search.sql.ts';
import { noteAccountEmails, upsertAccounts } from './accounts.sql.ts';
import { endLink, insertLinks, loadLinks } from './links.sql.ts';
import { updatePerson } from './person-change.sql.ts';
import { loadPersonListing } from './person-listing.sql.ts';
import { findPersonBySlug, insertPersons, loadPersonsOfUsers } from './persons.sql.ts';

const database = await testDatabase();

const [host] = await database.query<{ host_id: number }>(
  `insert into host (kind, base_url, name)
   values ('github.com', 'https://github.com', 'github.com')
   returning host_id`,
);
const hostId = host!.host_id;

const [user] = await database.query<{ user_id: number }>(
  `insert into app_user (email, name, password_hash, role)
   values ('admin@example.com', 'Admin', 'x', 'administrator')
   returning user_id`,
);
const userId = user!.user_id;

let lastGithubId = 0;
const addAccount = async (login: string, name?: string): Promise<{ accountId: number; githubId: number }> => {
  lastGithubId += 1;
  const ids = await upsertAccounts(database, hostId, [
    { githubId: lastGithubId, login, name, kind: 'User', observedAt: new Date('2026-11-01') },
  ]);
  return { accountId: ids.get(lastGithubId)!, githubId: lastGithubId };
};

const findSeen = async (githubId: number) =>
  (await loadSeenAccounts(database, [{ account: { hostId, githubId } }]))[0];

const addPerson = async (name: string, email?: string) =>
  (await insertPersons(database, [{ name, email }]))[0]!;

describe('upsertAccounts', () => {
  it('keeps the latest observation, whatever the order', async () => {
    const seen = (login: string, day: string) =>
      upsertAccounts(database, hostId, [{ githubId: 9001, login, kind: 'User', observedAt: new Date(day) }]);

    await seen('new-login', '2026-11-02');
    await seen('old-login', '2026-11-01');

    expect((await findSeen(9001))?.account.login).toBe('new-login');
  });

  it('does not lose a name that a later answer left out', async () => {
    const seen = (name: string | undefined, day: string) =>
      upsertAccounts(database, hostId, [
        { githubId: 9002, login: 'kim', name, kind: 'User', observedAt: new Date(day) },
      ]);

    await seen('Kim Example', '2026-11-01');
    await seen(undefined, '2026-11-02');

    expect((await findSeen(9002))?.account.name).toBe('Kim Example');
  });

  it('takes the same account twice in one batch', async () => {
    const ids = await upsertAccounts(database, hostId, [
      { githubId: 9003, login: 'a', kind: 'User', observedAt: new Date('2026-11-02') },
      { githubId: 9003, login: 'b', kind: 'User', observedAt: new Date('2026-11-01') },
    ]);

    expect(ids.size).toBe(1);
    expect((await findSeen(9003))?.account.login).toBe('a');
  });
});

describe('insertPersons', () => {
  it('gives people of one name different addresses', async () => {
    const persons = await insertPersons(database, [{ name: 'Same Name' }, { name: 'Same Name' }]);
    const third = await addPerson('Same Name');

    expect([...persons, third].map((person) => person.slug)).toEqual([
      'same-name',
      'same-name-2',
      'same-name-3',
    ]);
  });
});

describe('updatePerson', () => {
  it('changes what is given, takes away what is null, and leaves the rest', async () => {
    const person = await addPerson('Change Me', 'change@example.com');

    await updatePerson(database, person.personId, { name: 'Changed', email: null });

    expect(await findPersonBySlug(database, person.slug)).toMatchObject({
      name: 'Changed',
      email: undefined,
    });
  });

  it('ties a user to one person at most', async () => {
    const first = await addPerson('First');
    const second = await addPerson('Second');

    await updatePerson(database, first.personId, { userId });

    await expect(updatePerson(database, second.personId, { userId })).rejects.toMatchObject({
      code: 'user-tied-elsewhere',
    });
    expect((await loadPersonsOfUsers(database, [userId])).get(userId)?.slug).toBe('first');
  });

  it('refuses a user who does not exist', async () => {
    const person = await addPerson('Nobody');

    await expect(updatePerson(database, person.personId, { userId: 999_999 })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });
});

describe('links', () => {
  const evidence = [{ kind: 'chosen', text: 'Chosen by hand.' }] as const;

  it('end with their dates kept, and leave the account free for another person', async () => {
    const { accountId } = await addAccount('free-again');
    const first = await addPerson('Former Owner');
    const second = await addPerson('Present Owner');
    await insertLinks(database, [{ personId: first.personId, accountId, evidence }], userId);

    const [link] = await loadLinks(database, first.personId);
    await endLink(database, {
      personId: first.personId,
      accountLinkId: link!.accountLinkId,
      unlinkedBy: userId,
    });
    await insertLinks(database, [{ personId: second.personId, accountId, evidence }], userId);

    expect((await loadLinks(database, first.personId))[0]).toMatchObject({
      linkedBy: 'Admin',
      unlinkedBy: 'Admin',
      unlinkedAt: expect.any(String),
    });
    expect((await loadLinks(database, second.personId))[0]?.account.url).toBe(
      'https://github.com/free-again',
    );
  });

  it('refuse an account that is somebody’s', async () => {
    const { accountId } = await addAccount('taken');
    const owner = await addPerson('Owner');
    const other = await addPerson('Other');
    await insertLinks(database, [{ personId: owner.personId, accountId, evidence }], userId);

    await expect(
      insertLinks(database, [{ personId: other.personId, accountId, evidence }], userId),
    ).rejects.toMatchObject({ code: 'account-linked-elsewhere' });
  });

  it('end once, and only for the person they belong to', async () => {
    const { accountId } = await addAccount('once');
    const owner = await addPerson('Once');
    const other = await addPerson('Not Once');
    await insertLinks(database, [{ personId: owner.personId, accountId, evidence }], userId);
    const accountLinkId = (await loadLinks(database, owner.personId))[0]!.accountLinkId;
    const end = (personId: number) => endLink(database, { personId, accountLinkId, unlinkedBy: userId });

    expect(await end(other.personId)).toBe(false);
    expect(await end(owner.personId)).toBe(true);
    expect(await end(owner.personId)).toBe(false);
  });
});

describe('searchSeenAccounts', () => {
  it('finds by address first, then by login, then by name, and says whose it is', async () => {
    const byEmail = await addAccount('zz-mail', 'Somebody');
    await addAccount('robin', 'R');
    await addAccount('xrobinx', 'Robin Example');
    await noteAccountEmails(database, [
      { accountId: byEmail.accountId, email: 'Robin', seenAt: new Date('2026-11-01') },
    ]);
    const person = await addPerson('Robin');
    await insertLinks(
      database,
      [{ personId: person.personId, accountId: byEmail.accountId, evidence: [] }],
      undefined,
    );

    const found = await searchSeenAccounts(database, ['robin']);

    expect(found.map((seen) => seen.account.login)).toEqual(['zz-mail', 'robin', 'xrobinx']);
    expect(found[0]?.linkedTo?.slug).toBe('robin');
  });

  it('looks for what is typed as it stands', async () => {
    await addAccount('plain');

    expect(await searchSeenAccounts(database, ['%'])).toEqual([]);
    expect(await searchSeenAccounts(database, ["'; drop table account; --"])).toEqual([]);
  });
});

describe('noteAccountEmails', () => {
  it('widens the time an address was seen in, in any order', async () => {
    const { accountId } = await addAccount('seen-often');
    const note = (day: string) =>
      noteAccountEmails(database, [{ accountId, email: 'often@example.com', seenAt: new Date(day) }]);

    await note('2026-11-05');
    await note('2026-11-01');
    await note('2026-11-03');

    const [row] = await database.query<{ first_seen_at: Date; last_seen_at: Date }>(
      'select first_seen_at, last_seen_at from account_email where account_id = $1::bigint',
      [accountId],
    );
    expect(row).toEqual({ first_seen_at: new Date('2026-11-01'), last_seen_at: new Date('2026-11-05') });
  });
});

describe('loadPersonListing', () => {
  it('goes by name and finds by linked login', async () => {
    const person = await addPerson('Åke Listed');
    const { accountId } = await addAccount('ake-at-github');
    await insertLinks(database, [{ personId: person.personId, accountId, evidence: [] }], undefined);

    const people = await loadPersonListing(database, 'ake-at');

    expect(people).toMatchObject([
      { name: 'Åke Listed', accounts: [{ login: 'ake-at-github', hostName: 'github.com' }], isNew: true },
    ]);
  });

  it('looks for what is typed as it stands', async () => {
    expect(await loadPersonListing(database, '%')).toEqual([]);
  });
});
