import { TextInput } from '@primer/react';
import type { Period } from '@throughline/contract';
import { useState } from 'react';
import { useParam } from '../ui/use-param.ts';
import styles from './reports.module.css';

interface Typed {
  /** The period over which it was typed: another one brings other days. */
  readonly over: string;
  readonly from: string;
  readonly until: string;
}

/** The first and the last day of a period: what dragging over a picture chooses, to be typed. */
export const PeriodDates = ({ period }: { readonly period: Period }) => {
  const [, setPeriod] = useParam('period');
  const [typed, setTyped] = useState<Typed>();
  const shown: Typed = { over: `${period.from}..${period.until}`, from: period.from, until: period.until };
  const days = typed?.over === shown.over ? typed : shown;
  const isWrong = days.from !== '' && days.until !== '' && days.from > days.until;
  const choose = () => {
    const isWhole = days.from !== '' && days.until !== '' && !isWrong;
    if (isWhole && days !== shown) setPeriod(`${days.from}..${days.until}`);
  };
  const fields = [
    { name: 'First day', part: 'from' },
    { name: 'Last day', part: 'until' },
  ] as const;
  return (
    <>
      {fields.map(({ name, part }) => (
        <TextInput
          key={part}
          type="date"
          aria-label={name}
          aria-invalid={isWrong}
          value={days[part]}
          onChange={(event) => setTyped({ ...days, [part]: event.target.value })}
          onBlur={choose}
          onKeyDown={({ key }) => {
            if (key === 'Enter') choose();
          }}
        />
      ))}
      {isWrong && <p className={styles['note']}>The first day comes after the last.</p>}
    </>
  );
};
