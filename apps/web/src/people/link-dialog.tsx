import { Dialog } from '@primer/react';
import { linkToPerson } from '@throughline/contract';
import { FailureMessage } from '../ui/failure-message.tsx';
import { toCount } from '../ui/number-words.ts';
import styles from './people.module.css';
import { PersonPicker } from './person-picker.tsx';
import { usePersonAct } from './use-person-act.ts';

interface Props {
  readonly accountIds: readonly number[];
  readonly onClose: () => void;
  readonly onLinked: () => void;
}

/** Links accounts of nobody to one person, who is picked. */
export const LinkDialog = ({ accountIds, onClose, onLinked }: Props) => {
  const link = usePersonAct(
    linkToPerson,
    (done) => done,
    ({ linkedAccounts }) => `${toCount(linkedAccounts, 'account is', 'accounts are')} linked.`,
  );
  return (
    <Dialog
      title={`Whose ${accountIds.length === 1 ? 'is it' : 'are they'}?`}
      width="large"
      onClose={onClose}
    >
      <div className={styles['stack']}>
        <PersonPicker
          verb="Link to"
          isBusy={link.isPending}
          onPick={({ slug }) =>
            link.mutate({ body: { slug, accountIds: [...accountIds] } }, { onSuccess: onLinked })
          }
        />
        {link.isError && <FailureMessage error={link.error} isAnswer />}
      </div>
    </Dialog>
  );
};
