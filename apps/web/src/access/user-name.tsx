import { Label } from '@primer/react';
import type { User } from '@throughline/contract';
import { PathLink } from '../ui/path-link.tsx';
import styles from './user-name.module.css';

/** A user's name and address, the person they are, and whether they may still sign in. */
export const UserName = ({ user: { name, email, person, disabledAt } }: { readonly user: User }) => (
  <div>
    <strong>{name}</strong> {disabledAt !== undefined && <Label variant="secondary">disabled</Label>}
    <p className={styles['more']}>
      {email}
      {person !== undefined && (
        <>
          {' · '}
          <PathLink path={`/people/${person.slug}`}>{person.name}</PathLink>
        </>
      )}
    </p>
  </div>
);
