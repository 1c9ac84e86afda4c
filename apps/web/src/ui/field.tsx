import { AlertFillIcon } from '@primer/octicons-react';
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** What the control of a field carries, so that its label and texts belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface Props {
  readonly label: ReactNode;
  readonly caption?: ReactNode;
  /** What it needs before the form can be sent. */
  readonly need?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/**
 * A control with its label above and its texts beneath. Primer's FormControl does the same, but brings SelectPanel,
 * Autocomplete and token fields along to recognise them: 40 kB gzip on every page with a form.
 */
export const Field = ({ label, caption, need, children }: Props) => {
  const id = useId();
  const describedBy = [
    ...(need === undefined ? [] : [`${id}need`]),
    ...(caption === undefined ? [] : [`${id}caption`]),
  ];
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy.join(' ') || undefined,
        'aria-invalid': need !== undefined,
      })}
      {need !== undefined && (
        <p id={`${id}need`} className={styles['need']}>
          <AlertFillIcon size={12} /> {need}
        </p>
      )}
      {caption !== undefined && (
        <p id={`${id}caption`} className={styles['caption']}>
          {caption}
        </p>
      )}
    </div>
  );
};
