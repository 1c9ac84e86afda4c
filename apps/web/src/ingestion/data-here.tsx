import { type DataHeld, dataNames } from '@throughline/contract';
import { Completeness } from '../ui/completeness.tsx';
import styles from './data-here.module.css';

/** How much of each kind of data is here, over all repositories of a connection. */
export const DataHere = ({ data }: { readonly data: readonly DataHeld[] }) => (
  <dl className={styles['data']}>
    {data.map((held) => (
      <div key={held.kind} className={styles['kind']}>
        <dt>{dataNames[held.kind]}</dt>
        <dd>
          <Completeness held={held} />
        </dd>
      </div>
    ))}
  </dl>
);
