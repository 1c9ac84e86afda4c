import {
  createView,
  deleteView,
  listViews,
  restoreView,
  type SavedView,
  updateView,
} from '@throughline/contract';
import { handle, type RouteHandler, type Viewer } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { hiddenRepository, listRepositories, maskAddress, toKeptAddress } from './mask-address.ts';
import {
  deleteView as deleteViewRow,
  insertView,
  loadSeenNames,
  loadViews,
  loadViewTeams,
  type ViewRecord,
  writeView,
} from './views.sql.ts';

interface Dependencies {
  readonly database: Database;
}

/** Saved views: addresses with a name, one's own or a team's. Each reader sees their own repositories through them. */
export const viewRoutes = ({ database }: Dependencies): readonly RouteHandler[] => [
  handle(listViews, async ({ reader }) => {
    const [views, teams] = await Promise.all([loadViews(database, reader), loadViewTeams(database, reader)]);
    return {
      views: [...(await toAnswers(database, reader, views))],
      teams: teams.map(({ slug, name }) => ({ slug, name })),
    };
  }),
  handle(createView, async ({ body, reader }) => {
    const teamId = body.team === undefined ? undefined : await getTeamId(database, reader, body.team);
    const address = toSavable(body.address);
    const viewId = await insertView(database, { userId: reader.userId, teamId, name: body.name, address });
    return answerOne(database, reader, viewId);
  }),
  handle(updateView, async ({ params, body, reader }) => {
    const { team } = await openToEdit(database, reader, params);
    if (body.isPinned === true && team === undefined) throw notOfTeam();
    const { address, ...change } = body;
    const kept = address === undefined ? {} : { address: toSavable(address) };
    await database.transaction((tx) => writeView(tx, params.viewId, { ...change, ...kept }));
    return answerOne(database, reader, params.viewId);
  }),
  handle(deleteView, async ({ params, reader }) => {
    await openToEdit(database, reader, params);
    await deleteViewRow(database, params.viewId, true);
    return {};
  }),
  handle(restoreView, async ({ params, reader }) => {
    await openToEdit(database, reader, { ...params, isDeleted: true });
    await deleteViewRow(database, params.viewId, false);
    return answerOne(database, reader, params.viewId);
  }),
];

async function answerOne(database: Database, reader: Viewer, viewId: number): Promise<SavedView> {
  const [view] = await toAnswers(database, reader, await loadViews(database, reader, { viewId }));
  if (view === undefined) throw notFound();
  return view;
}

/** A view that its reader may change. */
async function openToEdit(
  database: Database,
  reader: Viewer,
  asked: { readonly viewId: number; readonly isDeleted?: boolean },
): Promise<ViewRecord> {
  const [view] = await loadViews(database, reader, asked);
  if (view?.mayEdit !== true) throw notFound();
  return view;
}

async function getTeamId(database: Database, reader: Viewer, slug: string): Promise<number> {
  const teams = await loadViewTeams(database, reader);
  const team = teams.find((one) => one.slug === slug);
  if (team === undefined) throw notFound();
  return team.teamId;
}

/** Saving a masked address would lose what its maker meant. */
function toSavable(address: string): string {
  const kept = toKeptAddress(address);
  if (!listRepositories(kept).includes(hiddenRepository)) return kept;
  throw new AppError(
    'input-invalid',
    'This view names a repository that you can’t see. Drop that filter and save it as a new one.',
    { fields: { address: 'It names a repository that you can’t see.' } },
  );
}

const notOfTeam = (): AppError =>
  new AppError('input-invalid', 'Only a team’s view can be pinned. Save it for a team first.', {
    fields: { isPinned: 'It is no team’s.' },
  });

async function toAnswers(
  database: Database,
  reader: Viewer,
  views: readonly ViewRecord[],
): Promise<readonly SavedView[]> {
  const visible = await loadVisibleRepositories(database, reader);
  const names = views.flatMap(({ address }) => listRepositories(address));
  const seen = await loadSeenNames(database, visible.ids, names);
  return views.map(({ team, updatedAt, address, ...view }) => ({
    ...view,
    ...maskAddress(address, (name) => seen.has(name.toLowerCase())),
    ...(team === undefined ? {} : { team }),
    updatedAt: updatedAt.toISOString(),
  }));
}
