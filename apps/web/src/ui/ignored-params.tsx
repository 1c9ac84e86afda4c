import { useSearch } from '@tanstack/react-router';
import styles from './ignored-params.module.css';

interface Props {
  /** Parameters that this page understands. */
  readonly known: readonly string[];
  /** Parameters whose value the server did not understand, and why. */
  readonly refused?: readonly { readonly name: string; readonly value: string; readonly reason: string }[];
  /** Parameters that name what this reader does not see, or what is not there: the two read the same. */
  readonly nothingSeen?: readonly { readonly name: string; readonly value: string }[];
}

/** Parameters of the address that were not understood stay visible; none is dropped silently. */
export const IgnoredParams = ({ known, refused = [], nothingSeen = [] }: Props) => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const unknown = Object.entries(search)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => ({ name, value: String(value), reason: 'not understood, ignored' }));
  const all = [...unknown, ...refused];
  if (all.length + nothingSeen.length === 0) return undefined;
  return (
    <ul className={styles['list']} aria-label="Parts of the address that were ignored">
      {all.map(({ name, value, reason }) => (
        <li key={`${name}=${value}`} className={styles['chip']}>
          <s>
            {name}={value}
          </s>{' '}
          {reason}
        </li>
      ))}
      {nothingSeen.map(({ name, value }) => (
        <li key={`${name}=${value}`} className={styles['chip']}>
          {name}={value}: nothing here that you can see.
        </li>
      ))}
    </ul>
  );
};
