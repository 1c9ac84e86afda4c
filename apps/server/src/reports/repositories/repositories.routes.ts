import { getRepositoryPage, listRepositoryRows, type RepositoryPage } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { loadRepositoryData } from './repository-data.sql.ts';
import { type FoundRepository, latelyDays, loadRepositoryRows } from './repository-rows.sql.ts';

const rowsAPage = 50;

/** Repositories: the list, and the page of one. */
export const repositoryRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listRepositoryRows, async ({ query, reader }) => {
    const visible = await loadVisibleRepositories(database, reader);
    const { repositories, total, next } = await loadRepositoryRows(database, visible, {
      q: query.q === '' ? undefined : query.q,
      after: query.after,
      limit: rowsAPage,
      isAdministrator: reader.role === 'administrator',
    });
    return {
      repositories: repositories.map(({ row }) => row),
      total,
      ...(next === undefined ? {} : { next }),
    };
  }),
  handle(getRepositoryPage, async ({ params, reader }) => {
    const visible = await loadVisibleRepositories(database, reader);
    const { repositories } = await loadRepositoryRows(database, visible, {
      named: params,
      limit: 1,
      isAdministrator: reader.role === 'administrator',
    });
    const [found] = repositories;
    if (found === undefined) throw notFound();
    const data = await loadRepositoryData(database, found.row.repositoryId);
    return toPage(found, data);
  }),
];

function toPage({ row, ...rest }: FoundRepository, data: readonly RepositoryPage['held'][]): RepositoryPage {
  const { percent } = row.held;
  const isPartial = percent === undefined || percent < 100;
  const repo = encodeURIComponent(row.fullName).replaceAll('%2F', '/');
  const about = {
    isAtLeast: isPartial,
    ...(percent !== undefined && isPartial && { percent }),
  };
  return {
    ...row,
    ...rest,
    data: [row.held, ...data],
    open: {
      value: row.openNow,
      definition: 'Pull requests of this repository that are open at this moment, drafts included.',
      rows: `/pulls?repo=${repo}&state=open&state=draft`,
      ...about,
    },
    merged: {
      value: row.mergedLately,
      definition: `Pull requests of this repository merged within the last ${latelyDays} days of the workspace’s zone, today included.`,
      rows: `/pulls?repo=${repo}&state=merged&period=last-${latelyDays}-days`,
      ...about,
    },
  };
}
