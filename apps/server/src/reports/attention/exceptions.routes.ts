import { type AttentionGroup, listExceptions, type Period, type TeamExceptions } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { type IgnoredParameter, parsePagePeriod } from '../page-period.ts';
import { loadScope } from '../scope.sql.ts';
import { toToday } from '../today.ts';
import { arrange } from './arrange-attention.ts';
import { type AttentionDependencies, judgedBy } from './attention.routes.ts';
import { readAfter, readGroup } from './attention-query.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { toExceptionWords } from './exception-words.ts';
import { type Exceptions, loadExceptionItems } from './exceptions.sql.ts';
import { toSpan } from './span.ts';
import { openTeam } from './teams-of.sql.ts';

const rowsAPage = 50;

/** What went beyond a team's own agreements in a period. */
export const exceptionRoutes = ({ database, clock }: AttentionDependencies): readonly RouteHandler[] => [
  handle(listExceptions, async ({ params, query, reader }): Promise<TeamExceptions> => {
    const now = clock.now();
    const { teamId, slug, name } = await openTeam(database, params.slug);
    const { zone } = await loadWorkspace(database);
    const { period, ignored } = parsePagePeriod(query.period ?? 'this-week', toToday(now, zone));
    const odd: IgnoredParameter[] = [];
    const group = readGroup(query.kind, (parameter, value, reason) => {
      odd.push({ name: parameter, value, reason });
      return undefined;
    });
    const visible = await loadVisibleRepositories(database, reader);
    const [found, scope] = await Promise.all([
      loadExceptionItems(database, visible, teamId, { span: toSpan(period), now }),
      loadScope(database, visible, judgedBy),
    ]);
    const page = await toPage(database, found, { group, after: readAfter(query.after), now });
    const isAtLeast = scope.gaps.length > 0;
    return {
      team: { slug, name },
      hasAgreements: found.hasAgreements,
      period,
      sentence: toSentence(found, { name, period, total: page.total, isAtLeast }),
      ...page,
      ignored: [...ignored, ...odd],
      scope,
    };
  }),
];

interface Asked {
  readonly group: AttentionGroup | undefined;
  readonly after: string | undefined;
  readonly now: Date;
}

async function toPage(sql: Sql, { items }: Exceptions, { group, after, now }: Asked) {
  const { page, total, next, groups } = arrange(items, { group, after, limit: rowsAPage });
  const toWords = (attention: (typeof items)[number]['attention'], lines: number | undefined) =>
    toExceptionWords(attention, now, lines);
  const rows = await loadAttentionRows(sql, page, { now, toWords });
  return { rows, total, ...(next === undefined ? {} : { next }), groups: [...groups] };
}

interface Told {
  readonly name: string;
  readonly period: Pick<Period, 'label'>;
  readonly total: number;
  readonly isAtLeast: boolean;
}

function toSentence({ hasAgreements }: Exceptions, { name, period, total, isAtLeast }: Told): string {
  if (!hasAgreements) return `${name} has agreed on nothing yet, so there are no exceptions.`;
  if (total === 0) return `Nothing went beyond ${name}’s agreements, ${period.label}.`;
  const count = `${isAtLeast ? 'At least ' : ''}${total.toLocaleString('en')}`;
  return `${count} ${total === 1 ? 'exception' : 'exceptions'} to talk about, ${period.label}.`;
}
