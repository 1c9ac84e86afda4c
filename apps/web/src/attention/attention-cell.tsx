import { AlertIcon, HourglassIcon } from '@primer/octicons-react';
import type { AttentionRow } from '@throughline/contract';
import { AuthorName } from '../pulls/author-name.tsx';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import styles from './attention-cell.module.css';

/** What waits, why, and whose turn it is. What is beyond its limit says so in its sentence; the icon repeats it. */
export const AttentionCell = ({ row }: { readonly row: AttentionRow }) => {
  return (
    <div className={styles['cell']}>
      {row.isBeyond ? (
        <AlertIcon className={styles['beyond'] ?? ''} />
      ) : (
        <HourglassIcon className={styles['within'] ?? ''} />
      )}
      <div className={styles['texts']}>
        <PathLink path={row.path} className={styles['title']}>
          <bdi dir="auto">{row.title}</bdi>
        </PathLink>
        <p>{toUnbroken(row.sentence)}</p>
        <p className={styles['more']}>
          {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
          {row.snoozedUntilAt !== undefined && (
            <>
              {' '}
              · snoozed, back <Moment at={row.snoozedUntilAt} />
            </>
          )}
          {row.leftOutReason !== undefined && <> · left out: {row.leftOutReason}</>}
        </p>
      </div>
    </div>
  );
};

/** A number stays with its unit at the end of a line. */
const toUnbroken = (text: string): string => text.replaceAll(/(\d) (min|h|d|lines)\b/g, '$1\u00a0$2');
