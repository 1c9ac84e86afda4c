import { AlertIcon, CheckCircleFillIcon } from '@primer/octicons-react';
import type { CredentialReport } from '@throughline/contract';
import { Moment } from '../../ui/moment.tsx';
import { toClock } from '../../ui/moment-words.ts';
import { toNumber } from '../../ui/number-words.ts';
import { credentialKindWords } from '../connection-words.ts';
import styles from './credential-result.module.css';

/** What a credential was found to be: whose it is, how long it lasts, how much quota is left. */
export const CredentialResult = ({ report }: { readonly report: CredentialReport }) => (
  <section className={styles['result']} aria-label="Result of the test">
    <output className={styles['sentence']}>
      <CheckCircleFillIcon className={styles['ok'] ?? ''} /> {report.sentence}
    </output>
    <p>
      {credentialKindWords[report.kind]} ·{' '}
      {report.endsAt === undefined ? (
        'never ends'
      ) : (
        <>
          ends <Moment at={report.endsAt} />
        </>
      )}
      {report.scopes !== undefined && report.scopes.length > 0 && ` · scopes ${report.scopes.join(', ')}`}
    </p>
    <p>{report.accountKindReason}</p>
    {report.buckets.map(({ resource, limit, remaining, resetAt }) => (
      <p key={resource}>
        {limit === undefined || remaining === undefined
          ? `This host sets no limit for ${bucketWords[resource]}.`
          : `${toNumber(remaining)} of ${toNumber(limit)} ${bucketWords[resource]} left`}
        {resetAt !== undefined && limit !== undefined && ` until ${toClock(new Date(resetAt))}`}
      </p>
    ))}
    {report.notices.map((notice) => (
      <p key={notice} className={styles['notice']}>
        <AlertIcon className={styles['attention'] ?? ''} />
        <span>{notice}</span>
      </p>
    ))}
  </section>
);

const bucketWords = { core: 'requests', graphql: 'GraphQL points' } as const;
