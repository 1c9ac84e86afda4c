import { Moment } from '../ui/moment.tsx';
import { toNumber } from '../ui/number-words.ts';
import styles from './quota-bars.module.css';
import { type QuotaPart, type QuotaUse, toQuotaParts } from './quota-parts.ts';

const names: Readonly<Record<QuotaPart['kind'], string>> = {
  person: 'someone waiting',
  lookup: 'look-ups',
  incremental: 'sync',
  backfill: 'backfill',
  others: 'others with this token',
  free: 'free',
  kept: 'kept free for people',
};

/** A bar for each of GitHub's buckets: who spent what of this hour's quota, and when it begins anew. */
export const QuotaBars = ({ quota }: { readonly quota: readonly QuotaUse[] }) => {
  const limited = quota.filter(({ limit }) => limit !== undefined);
  if (limited.length === 0) return <p>This host sets no limit.</p>;
  return (
    <div className={styles['bars']}>
      {limited.map((use) => (
        <QuotaBar key={use.resource} use={use} />
      ))}
    </div>
  );
};

const QuotaBar = ({ use }: { readonly use: QuotaUse }) => {
  const parts = toQuotaParts(use);
  const name = use.resource === 'core' ? 'REST' : 'GraphQL';
  if (parts === undefined || use.limit === undefined) return <p>{name}: not known yet how much is left.</p>;
  const limit = use.limit;
  return (
    <div className={styles['bucket']}>
      <div className={styles['head']}>
        <strong>{name}</strong>
        <span>
          {toNumber(limit - (use.remaining ?? 0))} of {toNumber(limit)} used
          {use.resetAt !== undefined && (
            <>
              , begins anew <Moment at={use.resetAt} />
            </>
          )}
        </span>
      </div>
      <div className={styles['bar']} aria-hidden="true">
        {parts.map(({ kind, amount }) => (
          <span key={kind} data-kind={kind} style={{ flexGrow: amount }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {parts.map(({ kind, amount }) => (
          <li key={kind}>
            <span className={styles['sample']} data-kind={kind} aria-hidden="true" /> {names[kind]}{' '}
            {toNumber(amount)}
          </li>
        ))}
      </ul>
    </div>
  );
};
