import { Radio } from '@primer/react';
import { useId } from 'react';
import styles from './choice-field.module.css';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly caption?: string;
}

interface Props {
  /** What is chosen, for readers who do not see; the step's heading says it to the others. */
  readonly label: string;
  readonly chosen: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

/** One among few, each with a line that says what it means. */
export const RadioChoices = ({ label, chosen, choices, onChoose }: Props) => {
  const id = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{label}</legend>
      {choices.map(({ value, name, caption }) => (
        <div key={value} className={styles['choice']}>
          <Radio
            id={`${id}${value}`}
            name={id}
            value={value}
            checked={value === chosen}
            aria-describedby={caption === undefined ? undefined : `${id}${value}caption`}
            onChange={() => onChoose(value)}
          />
          <label htmlFor={`${id}${value}`} className={styles['label']}>
            {name}
          </label>
          {caption !== undefined && (
            <p id={`${id}${value}caption`} className={styles['caption']}>
              {caption}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
};
