import { Select } from '@primer/react';
import type { Period } from '@throughline/contract';
import { useParam } from '../ui/use-param.ts';
import { offeredPeriods } from './periods.data.ts';

interface Props {
  /** As the server understood it; absent where none is asked for. */
  readonly period: Period | undefined;
  /** What stands there when the address names no period; its value stays out of the address. */
  readonly whenAbsent: readonly [text: string, name: string];
}

/** Chooses the period, which lives in the address. One that is not among those offered keeps its own words. */
export const PeriodSelect = ({ period, whenAbsent }: Props) => {
  const [text, setText] = useParam('period');
  const [absentText, absentName] = whenAbsent;
  const shown = period?.text ?? absentText;
  const offered = [...offeredPeriods.filter(([each]) => each !== absentText), whenAbsent];
  const isOffered = offered.some(([each]) => each === shown);
  return (
    <Select
      aria-label="Period"
      value={isOffered ? shown : text}
      onChange={(event) => setText(event.target.value === absentText ? '' : event.target.value)}
    >
      {!isOffered && <Select.Option value={text}>{period?.label ?? text}</Select.Option>}
      {[whenAbsent, ...offered.slice(0, -1)].map(([each, name]) => (
        <Select.Option key={each} value={each}>
          {absentName === name ? absentName : name}
        </Select.Option>
      ))}
    </Select>
  );
};
