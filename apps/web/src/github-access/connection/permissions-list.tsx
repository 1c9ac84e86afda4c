import { AlertIcon, CheckCircleIcon, type Icon, InfoIcon, QuestionIcon } from '@primer/octicons-react';
import type { PermissionHeld } from '@throughline/contract';
import type { Column } from '../../ui/column.ts';
import { RowList } from '../../ui/row-list.tsx';
import styles from './connection-parts.module.css';

const states: Readonly<Record<PermissionHeld['state'], readonly [icon: Icon, word: string]>> = {
  held: [CheckCircleIcon, 'held'],
  missing: [AlertIcon, 'missing'],
  unknown: [QuestionIcon, 'not known'],
  wider: [InfoIcon, 'wider than needed'],
};

const State = ({ state }: Pick<PermissionHeld, 'state'>) => {
  const [Picture, word] = states[state];
  return (
    <span className={styles['state']} data-state={state}>
      <Picture /> {word}
    </span>
  );
};

const columns: readonly Column<PermissionHeld>[] = [
  {
    key: 'permission',
    head: 'Permission',
    cell: ({ permission, why, consequence }) => (
      <>
        {permission}
        <br />
        <span className={styles['muted']}>
          For {why}.{consequence !== undefined && ` ${consequence}`}
        </span>
      </>
    ),
  },
  {
    key: 'state',
    head: 'State',
    width: '11rem',
    narrowWidth: '8rem',
    cell: ({ state }) => <State state={state} />,
  },
];

/** What the credential may, held against what the data that are read need, and why. */
export const PermissionsList = ({ permissions }: { readonly permissions: readonly PermissionHeld[] }) => (
  <RowList
    label="Permissions"
    columns={columns}
    rows={permissions}
    toKey={({ permission, state }) => `${permission} ${state}`}
  />
);
