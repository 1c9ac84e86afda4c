import { Button } from '@primer/react';
import type { ReactNode, SyntheticEvent } from 'react';
import { FailureMessage } from './failure-message.tsx';
import styles from './form.module.css';

interface Props {
  readonly onSubmit: (event: SyntheticEvent) => void;
  /** Verb and noun. */
  readonly button: string;
  readonly isBusy: boolean;
  /** False where the page's main action is another one. */
  readonly isMain?: boolean;
  /** What went wrong with the last sending. */
  readonly error?: unknown;
  readonly children: ReactNode;
  /** True where the form holds a list. */
  readonly isWide?: boolean;
  /** Beside the button. */
  readonly aside?: ReactNode;
}

/** Fields, what went wrong, and the button that sends them. */
export const Form = ({ onSubmit, button, isBusy, isMain = true, error, children, isWide, aside }: Props) => (
  <form className={styles['form']} data-wide={isWide} onSubmit={onSubmit} noValidate>
    {children}
    {error !== undefined && error !== null && <FailureMessage error={error} isAnswer areFieldsElsewhere />}
    <div className={styles['foot']}>
      <Button type="submit" variant={isMain ? 'primary' : 'default'} loading={isBusy}>
        {button}
      </Button>
      {aside}
    </div>
  </form>
);
