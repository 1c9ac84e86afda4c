import { type AttentionList, endSnooze, listAttention, setSnooze } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import { type ListKind, loadScope } from '../scope.sql.ts';
import { toToday } from '../today.ts';
import {
  arrange,
  type Item,
  isAgreed,
  type Sorted,
  sortOut,
  toGroup,
  toLastHappened,
} from './arrange-attention.ts';
import { loadFactsOf } from './attention-facts.sql.ts';
import { type AttentionFilter, parseAttentionQuery } from './attention-query.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { toAttentionSentence } from './attention-sentence.ts';
import { dayMs } from './judge-attention.ts';
import { findReaderPerson, findUnlinked, type ReaderPerson } from './readers.sql.ts';
import { deleteSnooze, loadSnoozes, saveSnooze } from './snoozes.sql.ts';
import { type Found, findItems } from './subjects.sql.ts';

export interface AttentionDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

const rowsAPage = 50;
const snoozedAtMostDays = 366;

/** What waiting is judged by, beside the pull requests themselves. */
export const judgedBy: readonly ListKind[] = ['reviews', 'comments', 'commits', 'events', 'details'];

/** What waits, and what a reader puts off. */
export const attentionRoutes = ({ database, clock }: AttentionDependencies): readonly RouteHandler[] => [
  handle(listAttention, async ({ query, reader }) => {
    const now = clock.now();
    const filter = parseAttentionQuery(query);
    const [visible, { zone }, person] = await Promise.all([
      loadVisibleRepositories(database, reader),
      loadWorkspace(database),
      findReaderPerson(database, reader.userId),
    ]);
    const at = { now, on: toToday(now, zone).on, readerId: person?.personId };
    const found = await findItems(database, visible, filter.of, at);
    return loadAnswer(database, reader, filter, { now, person, visible, found });
  }),
  handle(setSnooze, async ({ body, reader }) => {
    const untilAt = new Date(body.untilAt);
    refuseOddTime(untilAt, clock.now());
    const visible = await loadVisibleRepositories(database, reader);
    const [facts] = await loadFactsOf(database, visible, [body]);
    if (facts === undefined) throw notFound();
    await database.transaction((tx) =>
      saveSnooze(tx, reader.userId, { ...body, untilAt, seenAt: toLastHappened(facts) }),
    );
    return {};
  }),
  handle(endSnooze, async ({ params, reader }) => {
    await deleteSnooze(database, reader.userId, params);
    return {};
  }),
];

interface Known {
  readonly now: Date;
  readonly person: ReaderPerson | undefined;
  readonly visible: VisibleRepositories;
  readonly found: Found;
}

async function loadAnswer(
  sql: Sql,
  reader: Viewer,
  filter: AttentionFilter,
  { now, person, visible, found }: Known,
): Promise<AttentionList> {
  const [snoozes, scope, unlinked] = await Promise.all([
    loadSnoozes(sql, reader.userId),
    loadScope(sql, visible, judgedBy),
    found.subject.kind === 'me' ? findUnlinked(sql, person) : undefined,
  ]);
  const sorted = sortOut(filter.isAgreedOnly ? found.items.filter(isAgreed) : found.items, snoozes);
  const others = sortOut(found.others, []).waiting;
  const { page, total, next, groups } = arrange(pick(sorted, others, filter), {
    group: filter.group,
    after: filter.after,
    limit: rowsAPage,
  });
  return {
    of: found.subject,
    sentence: toAttentionSentence({
      of: found.subject.kind,
      name: toName(found.subject),
      show: filter.show,
      total,
      isAtLeast: scope.gaps.length > 0,
      isUnlinked: unlinked !== undefined,
      agreed: toAgreed(
        found.subject,
        sorted.waiting.filter((item) => isAsked(item, filter)),
      ),
    }),
    rows: await loadAttentionRows(sql, page, { now, readerId: person?.personId }),
    total,
    ...(next === undefined ? {} : { next }),
    groups: [...groups],
    ...(found.subject.kind === 'me' ? { others: others.length } : {}),
    snoozed: sorted.snoozed.length,
    leftOut: sorted.leftOut.length,
    ...(unlinked === undefined ? {} : { unlinked }),
    ignored: [...filter.ignored],
    scope,
  };
}

function pick(sorted: Sorted, others: readonly Item[], { show }: AttentionFilter): readonly Item[] {
  switch (show) {
    case 'waiting':
      return sorted.waiting;
    case 'others':
      return others;
    case 'snoozed':
      return sorted.snoozed;
    case 'left-out':
      return sorted.leftOut;
  }
}

const isAsked = (item: Item, { group }: AttentionFilter): boolean =>
  group === undefined || toGroup(item) === group;

function toAgreed(subject: Found['subject'], items: readonly Item[]): readonly boolean[] {
  if (items.length > 0) return items.map(isAgreed);
  return subject.kind === 'team' ? [subject.hasAgreements] : [];
}

function toName(subject: Found['subject']): string | undefined {
  if (subject.kind === 'team') return subject.name;
  return subject.kind === 'repository' ? subject.fullName : undefined;
}

function refuseOddTime(untilAt: Date, now: Date): void {
  const aheadMs = untilAt.getTime() - now.getTime();
  if (aheadMs > 0 && aheadMs <= snoozedAtMostDays * dayMs) return;
  throw new AppError('input-invalid', 'Choose a time that is to come, at most a year from now.');
}
