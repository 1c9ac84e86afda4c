import {
  type ConnectionDetail,
  chooseRepositories,
  getConnection,
  getSync,
  listConnectionRepositories,
  listConnections,
  type RouteAnswer,
} from '@throughline/contract';
import { useState } from 'react';
import { toFailure } from '../../api/to-failure.ts';
import { useChange } from '../../api/use-change.ts';
import { useTell } from '../../ui/tell-context.ts';
import { ChoiceConflict } from './choice-conflict.tsx';
import { type ChoiceDraft, isSameChoice, toSavedDraft, weighChoice } from './choice-draft.ts';
import { ChoiceForm } from './choice-form.tsx';
import { RepositoryGroups } from './repository-groups.tsx';

interface Props {
  readonly connection: ConnectionDetail;
  readonly saved: RouteAnswer<typeof listConnectionRepositories>;
}

/** What is read now and what would be: a rule for all, or some picked by hand; and every repository with its state. */
export const RepositoryChoice = ({ connection: { connectionId, name, state }, saved }: Props) => {
  const tell = useTell();
  const inForce = toSavedDraft(saved);
  const [draft, setDraft] = useState<ChoiceDraft>();
  // Of the choice that the draft began with: a newer one meanwhile is a conflict.
  const [basis, setBasis] = useState(saved.revision);
  const change = useChange(chooseRepositories, {
    refreshes: [listConnectionRepositories, listConnections, getConnection, getSync],
    onDone: () => {
      setDraft(undefined);
      tell({ text: `What is read of ${name} is changed.` });
    },
  });
  const shown = draft ?? inForce;
  const edit = (next: ChoiceDraft) => {
    if (draft === undefined) setBasis(saved.revision);
    setDraft(next);
  };
  const save = (revision: number) => {
    const { picked: repositories, ...rules } = shown;
    change.mutate({
      params: { connectionId },
      body: { revision, ...rules, repositories: [...repositories] },
    });
  };
  const isConflict = change.isError && toFailure(change.error).code === 'conflict';
  return (
    <>
      {state !== 'disconnecting' && (
        <ChoiceForm
          draft={shown}
          isChanged={!isSameChoice(shown, inForce)}
          effect={weighChoice(saved.repositories, shown)}
          isBusy={change.isPending}
          error={isConflict ? undefined : change.error}
          onChange={edit}
          onSave={() => save(basis)}
          onDrop={() => setDraft(undefined)}
        />
      )}
      {isConflict && (
        <ChoiceConflict
          mine={shown}
          connectionId={connectionId}
          onTake={() => {
            change.reset();
            setDraft(undefined);
          }}
          onSave={save}
        />
      )}
      <RepositoryGroups
        connectionId={connectionId}
        repositories={saved.repositories}
        picking={
          shown.repositoryChoice === 'some'
            ? { picked: shown.picked, onPick: (picked) => edit({ ...shown, picked }) }
            : undefined
        }
      />
    </>
  );
};
