import { type MetricSpread, writeMetricValue } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { type MetricParams, toRowsPath } from './metric-address.ts';
import styles from './reports.module.css';

interface Props {
  readonly spread: MetricSpread;
  readonly params: MetricParams;
}

/** Those that lie far from the rest, by name: they count like all others, and are not to be overlooked. */
export const FarRows = ({ spread: { metric, far }, params }: Props) => {
  if (far === undefined) return undefined;
  const all = toRowsPath(metric.id, params, { least: String(far.least) });
  return (
    <p className={styles['note']}>
      <PathLink path={all}>{toCount(far.n, 'pull request')}</PathLink> {far.n === 1 ? 'lies' : 'lie'} far from
      the rest, from {writeMetricValue(far.least, metric.unit)} on, and {far.n === 1 ? 'counts' : 'count'}{' '}
      like all others:{' '}
      {far.rows.map(({ repository, number, path, value = 0 }, place) => (
        <span key={path}>
          {place > 0 && ', '}
          <PathLink path={path}>
            {repository.fullName} #{number}
          </PathLink>{' '}
          ({writeMetricValue(value, metric.unit)})
        </span>
      ))}
      {far.n > far.rows.length && ', the newest of them'}.
    </p>
  );
};
