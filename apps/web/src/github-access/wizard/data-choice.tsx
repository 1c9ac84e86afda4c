import { allReadData, type ReadData } from '@throughline/contract';
import { CheckField } from '../../ui/check-field.tsx';
import { askedDataWords } from './asked-data-words.data.ts';
import styles from './data-choice.module.css';

interface Props {
  readonly chosen: readonly ReadData[];
  readonly onChange: (chosen: readonly ReadData[]) => void;
}

/** What shall be read. All of it, unless somebody unfolds this; it can be changed at any time. */
export const DataChoice = ({ chosen, onChange }: Props) => (
  <details>
    <summary className={styles['summary']}>
      Reads {chosen.map((data) => askedDataWords[data].short).join(', ') || 'nothing yet'}. Never writes.
    </summary>
    <div className={styles['switches']}>
      {allReadData.map((data) => (
        <CheckField
          key={data}
          label={askedDataWords[data].name}
          caption={askedDataWords[data].without}
          isOn={chosen.includes(data)}
          onChange={(isOn) =>
            onChange(allReadData.filter((each) => (each === data ? isOn : chosen.includes(each))))
          }
        />
      ))}
    </div>
  </details>
);
