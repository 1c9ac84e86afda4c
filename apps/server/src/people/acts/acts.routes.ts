import { listPersonActs, mergePeople, previewMerge, splitPerson, undoPersonAct } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadPersonAnswer } from '../person-answer.sql.ts';
import { findPersonBySlug, type PersonRecord } from '../persons.sql.ts';
import { undoLinks } from './links-together.sql.ts';
import { loadMergePreview, mergePersons, undoMerge } from './merge.sql.ts';
import { loadActs, type StandingAct, takeAct } from './person-acts.sql.ts';
import { splitOff, undoSplit } from './split.sql.ts';

/** Merging and splitting people, and undoing what was done together. For administrators. */
export const personActRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(previewMerge, async ({ params, query }) => {
    const [from, into] = await getBoth(database, params.slug, query.into);
    return loadMergePreview(database, from, into);
  }),
  handle(mergePeople, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const [from, into] = await getBoth(tx, params.slug, body.into);
      const personActId = await mergePersons(tx, from, into, reader.userId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person.merged',
        subject: `person:${from.personId}`,
        detail: { into: into.personId, personActId },
      });
      return { personActId, person: await loadPersonAnswer(tx, into) };
    }),
  ),
  handle(splitPerson, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const from = await getPerson(tx, params.slug);
      const { person, personActId } = await splitOff(tx, from, body, reader.userId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person.split',
        subject: `person:${from.personId}`,
        detail: { into: person.personId, personActId },
      });
      return { personActId, person: await loadPersonAnswer(tx, person) };
    }),
  ),
  handle(undoPersonAct, async ({ params, reader }) => {
    await database.transaction(async (tx) => {
      await undo(tx, await takeAct(tx, params.personActId, reader.userId));
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person-act.undone',
        subject: `person-act:${params.personActId}`,
      });
    });
    return {};
  }),
  handle(listPersonActs, async () => ({ acts: await loadActs(database) })),
];

async function undo(tx: Sql, { personId, otherPersonId, detail }: StandingAct): Promise<void> {
  if (detail.kind === 'link') return undoLinks(tx, detail);
  if (personId === undefined || otherPersonId === undefined) throw notFound();
  if (detail.kind === 'merge') return undoMerge(tx, { from: otherPersonId, into: personId }, detail);
  return undoSplit(tx, { from: personId, taken: otherPersonId }, detail);
}

async function getPerson(sql: Sql, slug: string): Promise<PersonRecord> {
  const person = await findPersonBySlug(sql, slug);
  if (person === undefined) throw notFound();
  return person;
}

async function getBoth(
  sql: Sql,
  slug: string,
  into: string,
): Promise<readonly [from: PersonRecord, into: PersonRecord]> {
  return [await getPerson(sql, slug), await getPerson(sql, into)];
}
