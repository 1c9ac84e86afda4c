import type { QuarantinedRecord } from '@throughline/contract';
import { ExternalLink } from '../ui/external-link.tsx';
import { Moment } from '../ui/moment.tsx';
import { toNumber } from '../ui/number-words.ts';
import styles from './repository-detail.module.css';

interface Props {
  readonly records: readonly QuarantinedRecord[];
  /** How many there are in all. */
  readonly all: number;
}

/** Pull requests that could not be read: they were set aside so that the rest could go on. */
export const SetAside = ({ records, all }: Props) => (
  <ul className={styles['gaps']}>
    {records.map(({ key, url, text, detail, triedAt }) => (
      <li key={key}>
        <strong>
          {url === undefined ? (
            <>A pull request without a number</>
          ) : (
            <ExternalLink href={url}>{`#${key}`}</ExternalLink>
          )}
        </strong>
        <span>{text}</span>
        <code className={styles['code']}>{detail}</code>
        <span className={styles['muted']}>
          tried <Moment at={triedAt} />, tried again once a day
        </span>
      </li>
    ))}
    {all > records.length && <li className={styles['muted']}>{toNumber(all - records.length)} more</li>}
  </ul>
);
