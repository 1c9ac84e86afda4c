import { BookmarkIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import { listViews, type PullParams, updateView } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './pulls-page.module.css';
import { SaveViewForm } from './save-view-form.tsx';
import { isSameView, toViewAddress, toViewPath } from './view-address.ts';

/** Which view is open, what was changed of it, and a way to keep that; or a way to save what is here. */
export const SavedViewBar = ({ params }: { readonly params: PullParams }) => {
  const [isSaving, setIsSaving] = useState(false);
  const router = useRouter();
  const tell = useTell();
  const views = useAnswer(listViews);
  const update = useChange(updateView, { refreshes: [listViews] });
  const viewId = Number(params['view']?.[0]);
  const view = views.data?.views.find((one) => one.viewId === viewId);
  const address = toViewAddress(params);
  const isEdited = view !== undefined && !isSameView(view.address, params);
  const save = () =>
    update.mutate(
      { params: { viewId }, body: { address } },
      { onSuccess: ({ name }) => tell({ text: `${name} is saved.` }) },
    );
  return (
    <div className={styles['filters']}>
      {view !== undefined && (
        <span>
          <BookmarkIcon /> <bdi>{view.name}</bdi>
          {isEdited && ' · Edited:'}
        </span>
      )}
      {isEdited && view.mayEdit && !view.isPartlyHidden && (
        <Button size="small" loading={update.isPending} onClick={save}>
          Save
        </Button>
      )}
      <Button size="small" aria-expanded={isSaving} onClick={() => setIsSaving(!isSaving)}>
        {view === undefined ? 'Save view' : 'Save as new'}
      </Button>
      {isEdited && (
        <Button size="small" onClick={() => router.history.push(toViewPath(view))}>
          Reset
        </Button>
      )}
      {update.error !== null && <FailureMessage error={update.error} isAnswer />}
      {isSaving && (
        <SaveViewForm address={address} teams={views.data?.teams ?? []} onSaved={() => setIsSaving(false)} />
      )}
    </div>
  );
};
