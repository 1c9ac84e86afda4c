import {
  countPullRequests,
  listPullRequestRows,
  listPullRequests,
  listPullRequestValues,
} from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { loadScope } from '../scope.sql.ts';
import { type ListDependencies, openList } from './open-list.sql.ts';
import { countPulls, countPullTotal } from './pull-counts.sql.ts';
import { parsePullCursor } from './pull-cursor.ts';
import { loadPullRows } from './pull-rows.sql.ts';
import { loadPullValues } from './pull-values.sql.ts';

const rowsAPage = 50;

/** The list of pull requests: its rows, which come first, how many there are, and both at once. */
export const pullListRoutes = (deps: ListDependencies): readonly RouteHandler[] => [
  handle(listPullRequests, async ({ query, reader }) => {
    const { asked, visible } = await openList(deps, reader, query);
    const page = { after: toCursor(query.after), limit: rowsAPage };
    const [{ rows, next }, total, scope] = await Promise.all([
      loadPullRows(deps.database, asked, page),
      countPullTotal(deps.database, asked),
      loadScope(deps.database, visible),
    ]);
    return { pullRequests: [...rows], ...toNext(next), ...toUnderstood(asked.filter), total, scope };
  }),
  handle(listPullRequestRows, async ({ query, reader }) => {
    const { asked } = await openList(deps, reader, query);
    const page = { after: toCursor(query.after), limit: query.limit ?? rowsAPage };
    const { rows, next } = await loadPullRows(deps.database, asked, page);
    return {
      pullRequests: [...rows],
      ...toNext(next),
      ...toUnderstood(asked.filter),
      nothingSeen: [...asked.resolved.nothingSeen],
    };
  }),
  handle(countPullRequests, async ({ query, reader }) => {
    const { asked, visible } = await openList(deps, reader, query);
    const [counts, scope] = await Promise.all([
      countPulls(deps.database, asked),
      loadScope(deps.database, visible),
    ]);
    return { ...counts, scope };
  }),
  handle(listPullRequestValues, async ({ query, reader }) => {
    const visible = await loadVisibleRepositories(deps.database, reader);
    return { values: [...(await loadPullValues(deps.database, visible, query.name))] };
  }),
];

const toCursor = (text: string | undefined) => (text === undefined ? undefined : parsePullCursor(text));

const toNext = (next: string | undefined) => (next === undefined ? {} : { next });

const toUnderstood = ({ period, ignored }: Awaited<ReturnType<typeof openList>>['asked']['filter']) => ({
  ...(period === undefined ? {} : { period }),
  ignored: [...ignored],
});
