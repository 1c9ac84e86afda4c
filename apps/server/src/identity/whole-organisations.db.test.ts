import { join } from 'node:path';
import {
  createProceduralOrganisation,
  loadRecorded,
  recordedOrganisationLogin,
} from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startStory } from '../ingestion/testing/start-story.ts';
import { linkTogether } from '../people/index.ts';
import { type TestDatabase, testDatabase } from '../platform/sql/testing/index.ts';
import { loadSigns } from './signs.sql.ts';
import { suggestPeople } from './suggest-people.ts';
import { toAccepted } from './to-accepted.ts';

const recorded = process.env['THROUGHLINE_RECORDED'];

interface Committer {
  readonly account_id: number;
  readonly login: string;
  readonly email: string;
}

/** Makes a person of each address that GitHub joined to an account, and says who is suggested for whom. */
async function suggestEverybody(database: TestDatabase) {
  const committers = await database.query<Committer & Record<string, unknown>>(
    `select distinct on (v_account.account_id) v_account.account_id, v_account.login, v_account_email.email
     from v_account_email
     join v_account on v_account.account_id = v_account_email.account_id
     where v_account.class = 'person'
     order by v_account.account_id, v_account_email.email`,
  );
  const [user] = await database.query<{ userId: number }>(
    `insert into app_user (email, name, password_hash, role)
     values ('admin@example.com', 'Admin', 'x', 'administrator')
     returning user_id as "userId"`,
  );
  const before = suggestPeople(await loadSigns(database));
  await database.transaction((tx) =>
    linkTogether(
      tx,
      {
        links: [],
        made: committers.map(({ email }) => ({ person: { name: 'Dave', email }, links: [] })),
      },
      user!.userId,
    ),
  );
  const signs = await loadSigns(database);
  const suggested = suggestPeople(signs);
  const turned = suggestPeople({
    ...signs,
    accounts: signs.accounts.toReversed(),
    persons: signs.persons.toReversed(),
    holders: signs.holders.toReversed(),
    claims: signs.claims.toReversed(),
  });
  const certain = suggested.filter(({ isCertain }) => isCertain);
  await database.transaction((tx) => linkTogether(tx, toAccepted(certain, user!.userId), user!.userId));
  const owners = await database.query<{ account_id: number; email: string }>(
    `select v_account_person.account_id, v_person_email.email
     from v_account_person
     join v_person_email on v_person_email.person_id = v_account_person.person_id
     order by 1`,
  );
  return { before, committers, suggested, turned, certain, owners };
}

describe('an organisation read whole', () => {
  test('that is procedural suggests each account for whose address it has, all called Dave, and nobody else', async () => {
    const database = await testDatabase();
    const source = createProceduralOrganisation({
      people: 12,
      repos: 2,
      pulls: 60,
      changes: 0,
      now: '2026-03-01T00:00:00Z',
    });
    const [organisation] = source.organisations;
    const admin = organisation!.members.find(({ role }) => role === 'ADMIN')!;
    const story = await startStory(
      database,
      { sources: [source] },
      { login: admin.account.login, organisation: organisation!.account.login },
    );
    await story.discover();
    for (const { name } of await database.query<{ name: string }>('select name from v_repository')) {
      await story.readAll(name);
    }

    const { before, committers, suggested, turned, certain, owners } = await suggestEverybody(database);

    expect(before).toEqual([]);
    expect(committers.length).toBeGreaterThan(3);
    expect(certain).toHaveLength(committers.length);
    expect(turned).toEqual(suggested);
    expect(owners).toEqual(committers.map(({ account_id, email }) => ({ account_id, email })));
  });

  test.skipIf(recorded === undefined)(
    'that was recorded suggests each committer’s account once (needs THROUGHLINE_RECORDED)',
    async () => {
      const database = await testDatabase();
      const story = await startStory(
        database,
        { sources: [await loadRecorded(join(recorded ?? '', 'ants'))] },
        { organisation: recordedOrganisationLogin, login: 'panjf2000' },
      );
      await story.discover();
      await story.readAll('ants');

      const { committers, suggested, turned, certain } = await suggestEverybody(database);

      expect(turned).toEqual(suggested);
      expect(suggested.flatMap(({ accountIds }) => accountIds).toSorted((one, other) => one - other)).toEqual(
        committers.map(({ account_id }) => account_id),
      );
      // One writes under admin@ of a domain of their own: by its name that may be a group's.
      expect(committers.length - certain.length).toBe(1);
    },
  );
});
