import {
  createKey,
  createPerson,
  exportMyData,
  getMyData,
  getPerson,
  getPersonPage,
  getShippedText,
  getWorkspace,
  listMyLooks,
  listPersonRows,
  listPullRequests,
  mergePeople,
  undoPersonAct,
} from '@throughline/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refused, startKimsWorld } from './testing/start-kims-world.ts';

const { api, database, administrator, manager, lead, stranger, kim, kimsPage, setPages } =
  await startKimsWorld();

const seenByKim = async () => (await kim.call(listMyLooks, { query: {} })).looks;

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
