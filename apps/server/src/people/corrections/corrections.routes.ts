import {
  answerCorrection,
  askCorrection,
  type CorrectionAsked,
  listCorrections,
  listMyCorrections,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { endLink, loadLinks } from '../links.sql.ts';
import { updatePerson } from '../person-change.sql.ts';
import { findPersonOfUser, type PersonRecord } from '../persons.sql.ts';
import {
  countOpenCorrections,
  insertCorrection,
  loadAllCorrections,
  loadCorrectionsOf,
  updateCorrection,
} from './corrections.sql.ts';
import { planCorrection } from './plan-correction.ts';

const listedAtMost = 200;

/** What people say is wrong about them: done at once where it is theirs to decide, else answered by administrators. */
export const correctionRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listMyCorrections, async ({ reader }) => {
    const person = await findPersonOfUser(database, reader.userId);
    return {
      corrections: person === undefined ? [] : [...(await loadCorrectionsOf(database, person.personId))],
    };
  }),
  handle(askCorrection, ({ body, reader }) => database.transaction((tx) => takeCorrection(tx, reader, body))),
  handle(listCorrections, async () => ({
    corrections: [...(await loadAllCorrections(database, listedAtMost))],
    open: await countOpenCorrections(database),
  })),
  handle(answerCorrection, async ({ params, body, reader }) => {
    await database.transaction(async (tx) => {
      const { correctionId } = params;
      const { state, answer } = body;
      const personId = await updateCorrection(tx, { correctionId, state, answer, answeredBy: reader.userId });
      if (personId === undefined) throw notFound();
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: `correction.${state}`,
        subject: `person:${personId}`,
        detail: { correctionId },
      });
    });
    return {};
  }),
];

async function takeCorrection(tx: Sql, reader: Viewer, asked: CorrectionAsked) {
  const person = await findPersonOfUser(tx, reader.userId);
  if (person === undefined) throw untied();
  const accountName =
    asked.kind === 'account' ? await getAccountName(tx, person, asked.accountLinkId) : undefined;
  const plan = planCorrection(asked, accountName);
  await apply(tx, reader, person, asked);
  const correctionId = await insertCorrection(tx, person.personId, plan);
  await recordAudit(tx, {
    actorUserId: reader.userId,
    action: plan.decides === 'self' ? 'correction.made' : 'correction.asked',
    subject: `person:${person.personId}`,
    detail: { correctionId, kind: plan.kind },
  });
  const made = (await loadCorrectionsOf(tx, person.personId)).find(
    (each) => each.correctionId === correctionId,
  );
  if (made === undefined) throw new Error('A correction is not among those of its person.');
  return made;
}

const untied = (): AppError =>
  new AppError(
    'conflict',
    'You are not tied to a person yet, so there is nothing of yours to put right. Ask an administrator to tie your user to your person.',
  );

async function getAccountName(tx: Sql, { personId }: PersonRecord, accountLinkId: number): Promise<string> {
  const links = await loadLinks(tx, personId);
  const link = links.find((each) => each.accountLinkId === accountLinkId && each.unlinkedAt === undefined);
  if (link === undefined) throw notFound();
  return `@${link.account.login} on ${link.account.hostName}`;
}

/** Does what is theirs to decide. A link that they ended is not suggested again. */
async function apply(
  tx: Sql,
  { userId }: Viewer,
  { personId }: PersonRecord,
  asked: CorrectionAsked,
): Promise<void> {
  if (asked.kind === 'account') {
    await endLink(tx, { personId, accountLinkId: asked.accountLinkId, unlinkedBy: userId });
  }
  if (asked.kind === 'zone') await updatePerson(tx, personId, { zone: asked.zone });
}
