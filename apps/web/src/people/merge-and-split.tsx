import { Button } from '@primer/react';
import type { Person } from '@throughline/contract';
import { useState } from 'react';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './people.module.css';
import { ActList } from './person-acts.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** Two people who are one, one who is two, and what was done about it before. */
export const MergeAndSplit = ({ person }: { readonly person: Person }) => {
  const [open, setOpen] = useState<'merge' | 'split'>();
  const close = () => setOpen(undefined);
  const canSplit = person.links.length + person.emails.length + (person.email === undefined ? 0 : 1) > 0;
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        <Button onClick={() => setOpen('merge')}>Merge {person.name} into somebody</Button>
        {canSplit && <Button onClick={() => setOpen('split')}>Take somebody out of {person.name}</Button>}
      </div>
      {person.acts.length > 0 && <ActList acts={person.acts} />}
      {open === 'merge' && <MergeDialog person={person} onClose={close} />}
      {open === 'split' && <SplitDialog person={person} onClose={close} />}
    </div>
  );
};
