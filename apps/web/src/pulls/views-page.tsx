import { BookmarkIcon, PinIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { deleteView, listViews, restoreView, type SavedView, updateView } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './pulls-page.module.css';
import { RenameView } from './rename-view.tsx';
import { toViewPath } from './view-address.ts';

/** Views one saved, and those of one's teams. */
export const ViewsPage = () => {
  const views = useAnswer(listViews);
  return (
    <Page
      title="Views"
      sentence="Filtered pages that were saved. Each reader sees their own repositories through them."
    >
      <Loaded answer={views} skeleton={<Skeleton label="Loading views" rows={5} />}>
        {(data) =>
          data.views.length === 0 ? (
            <EmptyState
              cause="nothing-yet"
              icon={BookmarkIcon}
              next={<PathLink path="/pulls">Open pull requests</PathLink>}
            >
              No view is saved yet. Filter a list and save it.
            </EmptyState>
          ) : (
            <RowList label="Views" columns={columns} rows={data.views} toKey={({ viewId }) => viewId} />
          )
        }
      </Loaded>
    </Page>
  );
};

const columns: readonly Column<SavedView>[] = [
  {
    key: 'name',
    head: 'View',
    cell: (view) => (
      <>
        <PathLink path={toViewPath(view)}>
          <bdi>{view.name}</bdi>
        </PathLink>
        {view.isPartlyHidden && ' · one of its filters has nothing here that you can see'}
      </>
    ),
  },
  {
    key: 'team',
    head: 'For',
    width: '11rem',
    isWideOnly: true,
    cell: ({ team, isPinned }) => (
      <>
        {isPinned && <PinIcon aria-label="Its team starts with it" />}{' '}
        {team === undefined ? 'you alone' : <bdi>{team.name}</bdi>}
      </>
    ),
  },
  {
    key: 'by',
    head: 'Saved',
    width: '11rem',
    isWideOnly: true,
    cell: ({ owner, updatedAt }) => (
      <>
        {owner} <Moment at={updatedAt} />
      </>
    ),
  },
  { key: 'acts', head: 'Change', width: '16rem', cell: (view) => <Acts view={view} /> },
];

const Acts = ({ view }: { readonly view: SavedView }) => {
  const { viewId, name, team, isPinned, mayEdit } = view;
  const [isRenaming, setIsRenaming] = useState(false);
  const tell = useTell();
  const update = useChange(updateView, { refreshes: [listViews] });
  const restore = useChange(restoreView, { refreshes: [listViews] });
  const remove = useChange(deleteView, {
    refreshes: [listViews],
    onDone: () => tell({ text: `${name} is deleted.`, undo: () => restore.mutate({ params: { viewId } }) }),
  });
  if (!mayEdit) return undefined;
  if (isRenaming) return <RenameView view={view} onDone={() => setIsRenaming(false)} />;
  return (
    <div className={styles['filters']}>
      <Button size="small" aria-label={`Rename ${name}`} onClick={() => setIsRenaming(true)}>
        Rename
      </Button>
      {team !== undefined && (
        <Button
          size="small"
          loading={update.isPending}
          aria-label={`${isPinned ? 'Unpin' : 'Pin'} ${name}`}
          onClick={() => update.mutate({ params: { viewId }, body: { isPinned: !isPinned } })}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </Button>
      )}
      <Button
        size="small"
        loading={remove.isPending}
        aria-label={`Delete ${name}`}
        onClick={() => remove.mutate({ params: { viewId } })}
      >
        Delete
      </Button>
    </div>
  );
};
