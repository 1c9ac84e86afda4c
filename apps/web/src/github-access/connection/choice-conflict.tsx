import { Button } from '@primer/react';
import { listConnectionRepositories } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { type ChoiceDraft, toDraftWords, toSavedDraft } from './choice-draft.ts';
import styles from './connection-attention.module.css';

interface Props {
  readonly mine: ChoiceDraft;
  readonly connectionId: number;
  readonly onTake: () => void;
  /** Saves one's own over the choice of this revision. */
  readonly onSave: (revision: number) => void;
}

/** Somebody else chose meanwhile: both choices, and the reader takes one. */
export const ChoiceConflict = ({ mine, connectionId, onTake, onSave }: Props) => {
  const theirs = useAnswer(
    listConnectionRepositories,
    { params: { connectionId } },
    { refetchInterval: 5_000 },
  );
  return (
    <div className={styles['attention']} role="alert">
      <p>Somebody else has changed which repositories are read. Nothing was overwritten.</p>
      <p>
        Theirs, in force now: {theirs.data === undefined ? '…' : toDraftWords(toSavedDraft(theirs.data))}.
        <br />
        Yours: {toDraftWords(mine)}.
      </p>
      <div className={styles['next']}>
        <Button onClick={onTake}>Keep theirs</Button>
        <Button
          variant="danger"
          disabled={theirs.data === undefined}
          onClick={() => theirs.data && onSave(theirs.data.revision)}
        >
          Save yours over it
        </Button>
      </div>
    </div>
  );
};
