import { Select } from '@primer/react';
import type { PullParams } from '@throughline/contract';
import { ColumnChoice } from './column-choice.tsx';
import styles from './pulls-page.module.css';

interface Props {
  readonly params: PullParams;
  readonly onChange: (next: PullParams) => void;
}

const orders = [
  ['', 'Newest first'],
  ['created-asc', 'Opened, oldest first'],
  ['created-desc', 'Opened, newest first'],
  ['merged-desc', 'Merged, newest first'],
  ['closed-desc', 'Closed, newest first'],
  ['updated-desc', 'Updated, newest first'],
  ['updated-asc', 'Updated, oldest first'],
  ['size-desc', 'Largest first'],
  ['size-asc', 'Smallest first'],
  ['cycle-desc', 'Longest cycle time first'],
  ['cycle-asc', 'Shortest cycle time first'],
] as const;

const groups = [
  ['', 'Not grouped'],
  ['repo', 'By repository'],
  ['author', 'By author'],
  ['state', 'By state'],
] as const;

/** Order, group and columns; they live in the address. */
export const ListLook = ({ params, onChange }: Props) => (
  <div className={styles['filters']}>
    <Choice label="Group" name="group" options={groups} params={params} onChange={onChange} />
    <Choice label="Order" name="sort" options={orders} params={params} onChange={onChange} />
    <ColumnChoice params={params} onChange={onChange} />
  </div>
);

interface ChoiceProps extends Props {
  readonly label: string;
  readonly name: 'group' | 'sort';
  readonly options: readonly (readonly [value: string, text: string])[];
}

const Choice = ({ label, name, options, params, onChange }: ChoiceProps) => {
  const value = params[name]?.[0] ?? '';
  const isOffered = options.some(([one]) => one === value);
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange({ ...params, [name]: target.value === '' ? [] : [target.value] })}
    >
      {!isOffered && <Select.Option value={value}>{value}</Select.Option>}
      {options.map(([one, text]) => (
        <Select.Option key={one} value={one}>
          {text}
        </Select.Option>
      ))}
    </Select>
  );
};
