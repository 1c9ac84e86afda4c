import type { CredentialReport } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import styles from './apart-repositories.module.css';

interface Props {
  readonly apart: CredentialReport['apart'];
}

/** Repositories that a token reaches and that are never read: how many, which when unfolded, and why. */
export const ApartRepositories = ({ apart }: Props) => {
  if (apart === undefined || apart.personal.length + apart.outside.length === 0) return undefined;
  const { personal, outside, isWhole } = apart;
  const counts = [
    ...(personal.length === 0
      ? []
      : [toCount(personal.length, 'personal repository', 'personal repositories')]),
    ...(outside.length === 0 ? [] : [`${outside.length} of others`]),
  ];
  return (
    <details>
      <summary className={styles['summary']}>
        Not read: {isWhole ? '' : 'at least '}
        {counts.join(', ')}
      </summary>
      <Names title="Personal: Throughline reads organisations only." names={personal} />
      <Names
        title="Of organisations that its owner is no member of, where they work as an outside collaborator."
        names={outside}
      />
    </details>
  );
};

const Names = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) =>
  names.length === 0 ? undefined : (
    <>
      <p className={styles['why']}>{title}</p>
      <ul className={styles['names']}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
