import { Checkbox } from '@primer/react';
import { useId } from 'react';
import styles from './choice-field.module.css';

interface Props {
  readonly label: string;
  readonly caption?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Yes or no, with a line that says what it means. */
export const CheckField = ({ label, caption, isOn, onChange }: Props) => {
  const id = useId();
  return (
    <div className={styles['choice']}>
      <Checkbox
        id={id}
        checked={isOn}
        aria-describedby={caption === undefined ? undefined : `${id}caption`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {caption !== undefined && (
        <p id={`${id}caption`} className={styles['caption']}>
          {caption}
        </p>
      )}
    </div>
  );
};
