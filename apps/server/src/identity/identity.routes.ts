import {
  acceptSuggestions,
  addMembers,
  linkToPerson,
  listDomains,
  listSuggestions,
  listUnlinked,
  makePeople,
  previewMembers,
  rejectSuggestion,
  setDomains,
  undoRejection,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../access/index.ts';
import { findPersonBySlug, type LinkedTogether, linkTogether } from '../people/index.ts';
import { AppError, notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { replaceDomains } from './domains.sql.ts';
import { loadMadePeople } from './made-people.sql.ts';
import { fetchMembers, type MemberDependencies } from './members.client.ts';
import { loadKnownMembers } from './members.sql.ts';
import { type MemberPlan, planMembers } from './plan-members.ts';
import { forgetRejections, rejectSuggested } from './rejections.sql.ts';
import { loadDomains } from './signs.sql.ts';
import { findFirstSuggestions, findSuggestions, loadSlugs, loadSuggestionRows } from './suggestions.sql.ts';
import { toAccepted } from './to-accepted.ts';
import { loadUnlinked } from './unlinked.sql.ts';

interface IdentityDependencies extends MemberDependencies {
  /** The repositories a reader may see. */
  readonly loadVisibleIds: (reader: Viewer) => Promise<readonly number[]>;
}

const shownAtMost = 500;
const chosenText = 'Chosen among accounts of nobody.';

/** Whose accounts are whose: suggestions, accounts of nobody, members of organisations. */
export const identityRoutes = (deps: IdentityDependencies): readonly RouteHandler[] => [
  ...suggestionRoutes(deps),
  ...unlinkedRoutes(deps),
  ...memberRoutes(deps),
  ...domainRoutes(deps),
];

const suggestionRoutes = ({ database }: IdentityDependencies): readonly RouteHandler[] => [
  handle(listSuggestions, async () => {
    const { suggestions, ...counts } = await findFirstSuggestions(database, shownAtMost);
    return { suggestions: await loadSuggestionRows(database, suggestions), ...counts };
  }),
  handle(acceptSuggestions, async ({ body, reader }) => {
    const suggested = await findSuggestions(database);
    const wanted = 'keys' in body ? new Set(body.keys) : undefined;
    const accepted = suggested.filter(({ key, isCertain }) => wanted?.has(key) ?? isCertain);
    return database.transaction(async (tx) => {
      const done = await linkTogether(tx, toAccepted(accepted, reader.userId), reader.userId);
      return auditLinked(tx, reader, 'suggestions.accepted', done);
    });
  }),
  handle(rejectSuggestion, async ({ body, reader }) => {
    const suggested = (await findSuggestions(database)).find(({ key }) => key === body.key);
    if (suggested === undefined) throw notFound();
    return database.transaction(async (tx) => {
      const rejectionIds = await rejectSuggested(tx, suggested, reader.userId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'suggestion.rejected',
        subject: suggested.personId === undefined ? 'accounts' : `person:${suggested.personId}`,
        detail: { accounts: suggested.accountIds },
      });
      return { rejectionIds };
    });
  }),
  handle(undoRejection, async ({ body, reader }) => {
    await database.transaction(async (tx) => {
      await forgetRejections(tx, body.rejectionIds);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'suggestion-rejection.undone',
        subject: 'accounts',
        detail: { rejections: body.rejectionIds },
      });
    });
    return {};
  }),
];

const unlinkedRoutes = ({ database, loadVisibleIds }: IdentityDependencies): readonly RouteHandler[] => [
  handle(listUnlinked, async ({ query, reader }) => {
    const repositoryIds = await loadVisibleIds(reader);
    const search = query.q || undefined;
    const found = await loadUnlinked(database, { repositoryIds, search, limit: shownAtMost });
    return { ...found, visibleRepositories: repositoryIds.length };
  }),
  handle(makePeople, async ({ body, reader }) =>
    database.transaction(async (tx) => {
      const made = await loadMadePeople(tx, body.accountIds, chosenText, reader.userId);
      const done = await linkTogether(tx, { links: [], made }, reader.userId);
      return auditLinked(tx, reader, 'people.made', done);
    }),
  ),
  handle(linkToPerson, async ({ body, reader }) =>
    database.transaction(async (tx) => {
      const person = await findPersonBySlug(tx, body.slug);
      if (person === undefined) {
        throw new AppError('input-invalid', 'There is no such person. Choose one from the list.');
      }
      const evidence = [{ kind: 'chosen', text: chosenText }] as const;
      const { personId } = person;
      const links = body.accountIds.map((accountId) => ({ personId, accountId, evidence }));
      return auditLinked(
        tx,
        reader,
        'accounts.linked',
        await linkTogether(tx, { links, made: [] }, reader.userId),
      );
    }),
  ),
];

const memberRoutes = (deps: IdentityDependencies): readonly RouteHandler[] => [
  handle(previewMembers, async ({ params, request }) => {
    const { plan, ...told } = await loadPlan(deps, params.name, request.signal);
    return { ...told, members: [...plan.rows] };
  }),
  handle(addMembers, async ({ params, reader, request }) => {
    const { plan, organisation } = await loadPlan(deps, params.name, request.signal);
    return deps.database.transaction(async (tx) => {
      const accepted = toAccepted(plan.accepted, reader.userId);
      const text = `A member of ${organisation} when people were made of its members.`;
      const made = await loadMadePeople(tx, plan.madeAccountIds, text, reader.userId);
      const done = { links: accepted.links, made: [...accepted.made, ...made] };
      return auditLinked(tx, reader, 'people.made', await linkTogether(tx, done, reader.userId));
    });
  }),
];

interface MembersPlanned {
  readonly plan: MemberPlan;
  readonly organisation: string;
  readonly verifiedEmails?: number;
}

async function loadPlan(
  deps: IdentityDependencies,
  connectionName: string,
  signal: AbortSignal,
): Promise<MembersPlanned> {
  const { accountIds, ...told } = await fetchMembers(deps, connectionName, signal);
  const { database } = deps;
  const [members, suggested] = await Promise.all([
    loadKnownMembers(database, accountIds),
    findSuggestions(database),
  ]);
  const personIds = suggested.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  return { plan: planMembers(members, suggested, await loadSlugs(database, personIds)), ...told };
}

const domainRoutes = ({ database }: IdentityDependencies): readonly RouteHandler[] => [
  handle(listDomains, async () => ({ domains: await loadDomains(database) })),
  handle(setDomains, async ({ body, reader }) =>
    database.transaction(async (tx) => {
      await replaceDomains(tx, body.domains, reader.userId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'domains.changed',
        subject: 'workspace',
        detail: { domains: body.domains },
      });
      return { domains: await loadDomains(tx) };
    }),
  ),
];

/** Writes down what was done together, where anything was. */
async function auditLinked(
  tx: Sql,
  reader: Viewer,
  action: string,
  done: LinkedTogether,
): Promise<LinkedTogether> {
  if (done.personActId === undefined) return done;
  await recordAudit(tx, {
    actorUserId: reader.userId,
    action,
    subject: `person-act:${done.personActId}`,
    detail: { accounts: done.linkedAccounts, people: done.madePeople },
  });
  return done;
}
