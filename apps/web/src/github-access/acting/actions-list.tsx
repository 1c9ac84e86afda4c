import { CheckCircleIcon, DashIcon, HourglassIcon, type Icon } from '@primer/octicons-react';
import type { ActionStanding } from '@throughline/contract';
import type { Column } from '../../ui/column.ts';
import { RowList } from '../../ui/row-list.tsx';
import styles from '../connection/connection-parts.module.css';
import { toStateWord } from './acting-words.ts';

const icons: Readonly<Record<ActionStanding['state'], Icon>> = {
  possible: CheckCircleIcon,
  waiting: HourglassIcon,
  'not-asked': DashIcon,
};

const columns: readonly Column<ActionStanding>[] = [
  {
    key: 'action',
    head: 'Action',
    cell: ({ name, use, permissions, missing }) => (
      <>
        {name}
        <br />
        <span className={styles['muted']}>
          For {use}. Takes {permissions.map(({ permission }) => permission).join(' and ')}.
          {missing.length > 0 && ` Missing: ${missing.map(({ permission }) => permission).join(', ')}.`}
        </span>
      </>
    ),
  },
  {
    key: 'state',
    head: 'State',
    width: '11rem',
    narrowWidth: '8rem',
    cell: ({ state }) => {
      const Picture = icons[state];
      return (
        <span className={styles['state']} data-state={state === 'possible' ? 'held' : state}>
          <Picture /> {toStateWord(state)}
        </span>
      );
    },
  },
];

/** Every action with what it is for, what it takes of GitHub, and whether it was granted. */
export const ActionsList = ({ actions }: { readonly actions: readonly ActionStanding[] }) => (
  <RowList label="Actions" columns={columns} rows={actions} toKey={({ action }) => action} />
);
