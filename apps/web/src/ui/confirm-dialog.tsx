import { Dialog } from '@primer/react';
import type { ReactNode } from 'react';
import styles from './confirm-dialog.module.css';
import { FailureMessage } from './failure-message.tsx';

interface Props {
  /** The question, naming the thing: "Disable Engineer A?" */
  readonly title: string;
  /** What goes, and what stays. */
  readonly children: ReactNode;
  /** Verb and noun. */
  readonly confirm: string;
  /** What staying as it is is called: "Keep it". */
  readonly keep: string;
  readonly isBusy: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone; the answer that keeps things as they are has the focus. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  keep,
  isBusy,
  error,
  onConfirm,
  onClose,
}: Props) => (
  <Dialog
    title={title}
    width="medium"
    role="alertdialog"
    onClose={onClose}
    footerButtons={[
      { content: keep, onClick: onClose, autoFocus: true },
      { content: confirm, buttonType: 'danger', onClick: onConfirm, loading: isBusy },
    ]}
  >
    <div className={styles['body']}>
      {children}
      {error !== undefined && error !== null && <FailureMessage error={error} isAnswer />}
    </div>
  </Dialog>
);
