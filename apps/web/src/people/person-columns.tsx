import { Label } from '@primer/react';
import type { PersonRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import styles from './people.module.css';
import { PersonAccounts } from './person-accounts.tsx';
import { PersonName } from './person-name.tsx';

/** A person as a row: their name with what is to be known of them, and their accounts. */
export const personColumns: readonly Column<PersonRow>[] = [
  {
    key: 'name',
    head: 'Person',
    cell: (row) => (
      <>
        <PersonName person={row} />
        <Flags person={row} />
      </>
    ),
  },
  {
    key: 'accounts',
    head: 'GitHub accounts',
    cell: ({ accounts }) => <PersonAccounts accounts={accounts} />,
  },
];

const Flags = ({ person }: { readonly person: PersonRow }) => {
  const { isNewUnlinked, leftOn, isHidden, excludedReason } = person;
  return (
    <>
      {isNewUnlinked && <Label variant="attention">new, not linked</Label>}
      {leftOn !== undefined && <span className={styles['note']}>left on {leftOn}</span>}
      {isHidden && <Label variant="secondary">hidden</Label>}
      {excludedReason !== undefined && (
        <span className={styles['note']}> not in figures: {excludedReason}</span>
      )}
    </>
  );
};
