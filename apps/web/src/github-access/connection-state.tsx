import { AlertIcon, CheckCircleIcon, type Icon, SquareIcon, UnlinkIcon } from '@primer/octicons-react';
import type { ConnectionSummary } from '@throughline/contract';
import styles from './connection-state.module.css';
import { stateWords } from './connection-words.ts';

const icons: Readonly<Record<ConnectionSummary['state'], Icon>> = {
  active: CheckCircleIcon,
  'needs-attention': AlertIcon,
  paused: SquareIcon,
  disconnecting: UnlinkIcon,
};

/** A connection's state: an icon with its word. */
export const ConnectionState = ({ state }: { readonly state: ConnectionSummary['state'] }) => {
  const Picture = icons[state];
  return (
    <span className={styles['state']} data-state={state}>
      <Picture /> {stateWords[state]}
    </span>
  );
};
