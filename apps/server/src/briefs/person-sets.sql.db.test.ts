import { personFigure } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { createTestUser } from '../access/testing/test-users.ts';
import { findPersonBySlug, openPerson } from '../people/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import { loadStored, loadStoredKinds } from './my-data.sql.ts';
import {
  countSet,
  findUsualRepository,
  loadKindCounts,
  loadLabelCounts,
  loadWaitSpread,
} from './person-counts.sql.ts';
import { loadPersonRows } from './person-rows.sql.ts';
import type { PersonSet, SetFigure } from './person-sets.sql.ts';
import { storedKinds } from './stored-kinds.data.ts';
import { storedSets } from './stored-sets.sql.ts';

const database = await testDatabase();
const user = await createTestUser(database, 'administrator');
const viewer = { ...user, role: 'administrator', sessionId: 'x' } as const;
const visible = await loadVisibleRepositories(database, viewer);
await database.query(`insert into person (slug, name) values ('kim', 'Kim')`);
const person = await findPersonBySlug(database, 'kim');
const personId = person?.personId ?? 0;
const period = {
  text: '2026',
  label: '2026',
  from: '2026-01-01',
  until: '2026-12-31',
  zone: 'Europe/Paris',
  isOver: false,
};
const setOf = (figure: SetFigure): PersonSet => ({ visible, personId, period, figure });

const figures = personFigure.options.filter(
  (figure) => figure !== 'waiting' && figure !== 'waiting-for-others',
);

describe('the sets of a person who did nothing', () => {
  it.each(figures)('are empty and not refused: %s', async (figure) => {
    expect(await countSet(database, setOf(figure))).toBe(0);
    expect(await loadPersonRows(database, setOf(figure), { limit: 5 })).toEqual({
      rows: [],
      total: 0,
      next: undefined,
    });
  });

  it('have no median, no usual repository, no label and no kind', async () => {
    expect(await loadWaitSpread(database, setOf('first-response'))).toEqual({
      n: 0,
      medianS: undefined,
      p90S: undefined,
      valuesS: [],
    });
    expect(await findUsualRepository(database, setOf('outside'))).toBeUndefined();
    expect(await loadLabelCounts(database, setOf('shipped'))).toEqual([]);
    expect((await loadKindCounts(database, setOf('shipped'))).kinds).toEqual(new Map());
  });
});

describe('what is stored', () => {
  const oneself = { personId, userId: user.userId, visible };

  it('has a statement for each kind, and no other', () => {
    expect(Object.keys(storedSets).toSorted()).toEqual(storedKinds.map(({ id }) => id).toSorted());
  });

  it.each(storedKinds)('is read in batches: $id', async (kind) => {
    const batches = await Array.fromAsync(loadStored(database, kind, oneself));
    const { count } = (await loadStoredKinds(database, oneself)).find(({ id }) => id === kind.id) ?? {};

    if (count !== undefined) expect(batches.flat()).toHaveLength(count);
  });

  it('comes whole where it needs several batches', async () => {
    await database.query(
      `insert into audit_entry (actor_user_id, action, subject)
       select $1::bigint, 'thing.happened', 'thing:' || place
       from generate_series(1, 2500) as place`,
      [user.userId],
    );
    const audit = storedKinds.filter(({ id }) => id === 'audit');

    const batches = await Array.fromAsync(loadStored(database, audit[0]!, oneself));

    expect(batches.map((batch) => batch.length)).toEqual([1000, 1000, 500]);
    expect(new Set(batches.flat().map((row) => JSON.stringify(row))).size).toBe(2500);
  });
});

describe('openPerson', () => {
  it('writes one row for ten looks at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => openPerson(database, viewer, 'kim', 'page')));

    expect(await database.query('select from person_look')).toHaveLength(1);
  });
});
