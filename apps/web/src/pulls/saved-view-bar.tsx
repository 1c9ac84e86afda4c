import { BookmarkIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import { listViews, type PullParams, type SavedView, updateView } from '@throughline/contract';
import { lazy, Suspense, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './pulls-page.module.css';
import { isSameView, toViewAddress, toViewPath } from './view-address.ts';

// The form comes when a view is to be saved.
const SaveViewForm = lazy(async () => ({ default: (await import('./save-view-form.tsx')).SaveViewForm }));

/** Which view is open, what was changed of it, and a way to keep that; or a way to save what is here. */
export const SavedViewBar = ({ params }: { readonly params: PullParams }) => {
  const [isSaving, setIsSaving] = useState(false);
  const answer = useAnswer(listViews);
  const { views, teams } = answer.data ?? noViews;
  const viewId = Number(params['view']?.[0]);
  const view = views.find((one) => one.viewId === viewId);
  const isMissing = params['view'] !== undefined && answer.isSuccess && view === undefined;
  return (
    <div className={styles['filters']}>
      {view !== undefined && <OpenView view={view} params={params} />}
      {isMissing && <span>The view of this address is nothing that you can see. It may be deleted.</span>}
      <Button aria-expanded={isSaving} onClick={() => setIsSaving(!isSaving)}>
        {view === undefined ? 'Save view' : 'Save as new'}
      </Button>
      {isSaving && (
        <Suspense>
          <SaveViewForm address={toViewAddress(params)} teams={teams} onSaved={() => setIsSaving(false)} />
        </Suspense>
      )}
    </div>
  );
};

const noViews = { views: [], teams: [] };

const OpenView = ({ view, params }: { readonly view: SavedView; readonly params: PullParams }) => {
  const isEdited = !isSameView(view.address, params);
  return (
    <>
      <span>
        <BookmarkIcon /> <bdi>{view.name}</bdi>
        {isEdited && ' · Edited:'}
      </span>
      {isEdited && <KeepOrReset view={view} params={params} />}
    </>
  );
};

const KeepOrReset = ({ view, params }: { readonly view: SavedView; readonly params: PullParams }) => {
  const router = useRouter();
  const tell = useTell();
  const update = useChange(updateView, {
    refreshes: [listViews],
    onDone: ({ name }) => tell({ text: `${name} is saved.` }),
  });
  const { viewId, mayEdit, isPartlyHidden } = view;
  const save = () => update.mutate({ params: { viewId }, body: { address: toViewAddress(params) } });
  return (
    <>
      {mayEdit && !isPartlyHidden && (
        <Button loading={update.isPending} onClick={save}>
          Save
        </Button>
      )}
      <Button onClick={() => router.history.push(toViewPath(view))}>Reset</Button>
      {update.error !== null && <FailureMessage error={update.error} isAnswer />}
    </>
  );
};
