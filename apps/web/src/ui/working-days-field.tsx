import { Checkbox } from '@primer/react';
import { useId } from 'react';
import styles from './working-days-field.module.css';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

interface Props {
  /** 1 is Monday. */
  readonly value: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
}

/** The days of the week on which people work. */
export const WorkingDaysField = ({ value, onChange }: Props) => {
  const id = useId();
  const set = (day: number, isOn: boolean) =>
    onChange(
      isOn ? [...value, day].toSorted((one, other) => one - other) : value.filter((one) => one !== day),
    );
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['legend']}>Working days</legend>
      <div className={styles['days']}>
        {days.map((name, at) => (
          <label key={name} htmlFor={`${id}${name}`} className={styles['day']}>
            <Checkbox
              id={`${id}${name}`}
              checked={value.includes(at + 1)}
              onChange={(event) => set(at + 1, event.target.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
