import type { ReactNode } from 'react';
import styles from './facts.module.css';

interface Props {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names with their values, a line each. */
export const Facts = ({ facts }: Props) => (
  <dl className={styles['facts']}>
    {facts.map(([name, value]) => (
      <div key={name} className={styles['fact']}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
