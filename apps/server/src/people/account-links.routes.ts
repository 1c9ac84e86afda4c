import {
  linkAccount,
  removeAwaitedLogin,
  searchAccounts,
  unlinkAccount,
  updateLink,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../access/index.ts';
import { AppError, notFound } from '../platform/errors/index.ts';
import { findAccountId } from './account-id.client.ts';
import { findMatches } from './account-matches.client.ts';
import { deleteAwaitedLogin } from './awaited-logins.sql.ts';
import type { AccountDependencies } from './dependencies.ts';
import { endLink, insertLinks, updateLinkDates } from './links.sql.ts';
import { openPersonRecord } from './open-person.sql.ts';
import { refuseProvenElsewhere } from './own-accounts/proven-elsewhere.sql.ts';
import { loadPersonAnswer } from './person-answer.sql.ts';

/** Linking GitHub accounts to people: finding them with evidence, linking, unlinking. */
export const accountLinkRoutes = (deps: AccountDependencies): readonly RouteHandler[] => [
  ...linkingRoutes(deps),
  ...linkChangeRoutes(deps),
  removeAwaited(deps),
];

const linkingRoutes = (deps: AccountDependencies): readonly RouteHandler[] => [
  handle(searchAccounts, async ({ params, query, reader, request }) => {
    const person = await openPersonRecord(deps.database, reader, params.slug);
    return findMatches(deps, person, query.q || undefined, request.signal);
  }),
  handle(linkAccount, async ({ params, body, reader }) => {
    const person = await openPersonRecord(deps.database, reader, params.slug);
    refuseBackwards(body.fromOn, body.untilOn);
    const accountId = await findAccountId(deps, body.hostId, body.githubId);
    return deps.database.transaction(async (tx) => {
      // That an account is somebody's own is proven at GitHub, and cannot be said.
      const evidence = body.evidence.filter(({ kind }) => kind !== 'own-account');
      const link = { ...body, evidence, personId: person.personId, accountId };
      await refuseProvenElsewhere(tx, link);
      await insertLinks(tx, [link], reader.userId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'account.linked',
        subject: `person:${person.personId}`,
        detail: { accountId },
      });
      return loadPersonAnswer(tx, person);
    });
  }),
];

const linkChangeRoutes = (deps: AccountDependencies): readonly RouteHandler[] => [
  handle(updateLink, async ({ params, body, reader }) => {
    const person = await openPersonRecord(deps.database, reader, params.slug);
    refuseBackwards(body.fromOn, body.untilOn);
    return deps.database.transaction(async (tx) => {
      const { personId } = person;
      const { accountLinkId } = params;
      if (!(await updateLinkDates(tx, { personId, accountLinkId, ...body }))) throw notFound();
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'account-link.dated',
        subject: `person:${personId}`,
        detail: { accountLinkId, ...body },
      });
      return loadPersonAnswer(tx, person);
    });
  }),
  handle(unlinkAccount, async ({ params, reader }) => {
    const person = await openPersonRecord(deps.database, reader, params.slug);
    await deps.database.transaction(async (tx) => {
      const { personId } = person;
      const hasEnded = await endLink(tx, {
        personId,
        accountLinkId: params.accountLinkId,
        unlinkedBy: reader.userId,
      });
      if (!hasEnded) throw notFound();
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'account.unlinked',
        subject: `person:${personId}`,
        detail: { accountLinkId: params.accountLinkId },
      });
    });
    return {};
  }),
];

const removeAwaited = ({ database }: AccountDependencies): RouteHandler =>
  handle(removeAwaitedLogin, async ({ params: { slug, awaitedLoginId }, reader }) => {
    const { personId } = await openPersonRecord(database, reader, slug);
    await database.transaction(async (tx) => {
      if (!(await deleteAwaitedLogin(tx, { personId, awaitedLoginId }))) throw notFound();
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'awaited-login.removed',
        subject: `person:${personId}`,
        detail: { awaitedLoginId },
      });
    });
    return {};
  });

function refuseBackwards(fromOn: string | null | undefined, untilOn: string | null | undefined): void {
  if (typeof fromOn !== 'string' || typeof untilOn !== 'string' || fromOn <= untilOn) return;
  const problem = 'The last day lies before the first one. Correct one of the two.';
  throw new AppError('input-invalid', problem, { fields: { untilOn: problem } });
}
