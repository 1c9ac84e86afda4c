import type { ApiKey } from '@throughline/contract';
import styles from './keys-name.module.css';

/** A key's name over its first characters, by which one recognises it. */
export const KeysName = ({ named: { name, prefix } }: { readonly named: ApiKey }) => (
  <div>
    <strong className={styles['name']}>{name}</strong>
    <code className={styles['prefix']}>{prefix}…</code>
  </div>
);
