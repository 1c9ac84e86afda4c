import { type MetricAnswer, writeMetricValue, writeWorkingHours } from '@throughline/contract';
import { toCount, toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { type MetricParams, toRowsPath } from './metric-address.ts';
import styles from './reports.module.css';
import { unitWords } from './unit-words.data.ts';

interface Props {
  readonly answer: MetricAnswer;
  readonly params: MetricParams;
}

/** The number with what it rests on; each of its numbers opens its rows. */
export const MetricFigure = ({ answer, params }: Props) => {
  const { metric, figure, leftOut, scope } = answer;
  const leftOutRows = leftOut.reduce((sum, { n }) => sum + n, 0);
  const working = writeWorkingHours(answer);
  const isAtLeast = scope.gaps.length > 0 && metric.unit === 'pull-requests';
  return (
    <div className={styles['figure']}>
      <p className={styles['number']}>
        {isAtLeast && 'at least '}
        {toWords(answer)} <span className={styles['unit']}>{toUnit(answer)}</span>
      </p>
      <p className={styles['under']}>
        {figure.p90 !== undefined && <>p90 {writeMetricValue(figure.p90, metric.unit)} · </>}
        {figure.numerator !== undefined && figure.denominator !== undefined && metric.unit !== 'seconds' && (
          <>
            {toNumber(figure.numerator)} of {toNumber(figure.denominator)} ·{' '}
          </>
        )}
        <PathLink path={toRowsPath(metric.id, params)}>{toCount(figure.n, 'pull request')}</PathLink>
        {figure.missing > 0 && (
          <>
            {' '}
            ·{' '}
            <PathLink path={toRowsPath(metric.id, params, { rows: 'missing' })}>
              {toNumber(figure.missing)} without a value
            </PathLink>
          </>
        )}
        {leftOutRows > 0 && (
          <>
            {' '}
            ·{' '}
            <PathLink path={toRowsPath(metric.id, params, { rows: 'left-out' })}>
              {toNumber(leftOutRows)} left out
            </PathLink>
            : {leftOut.map(({ n, label }) => `${toNumber(n)} ${label}`).join(', ')}
          </>
        )}
      </p>
      {working !== undefined && <p className={styles['under']}>{working}</p>}
      <Bands {...{ answer, params }} />
    </div>
  );
};

const toWords = ({ metric, figure }: MetricAnswer): string => {
  if (figure.values !== undefined) {
    return figure.values.map((value) => writeMetricValue(value, metric.unit)).join(', ');
  }
  return figure.value === undefined ? 'Not enough data' : writeMetricValue(figure.value, metric.unit);
};

const toUnit = ({ metric, figure }: MetricAnswer): string =>
  figure.value === undefined && figure.values === undefined ? '' : unitWords[metric.unit];

/** How many rows are in each part, opening them. */
const Bands = ({ answer: { metric, figure }, params }: Props) =>
  figure.n > 0 &&
  figure.bands !== undefined && (
    <ul className={styles['bands']}>
      {metric.bands.map(({ id, label }) => {
        const n = figure.bands?.find((band) => band.id === id)?.n ?? 0;
        return (
          <li key={id}>
            {n === 0 ? (
              `${label}: none`
            ) : (
              <PathLink path={toRowsPath(metric.id, params, { band: id })}>
                {label}: {toNumber(n)}
              </PathLink>
            )}
          </li>
        );
      })}
    </ul>
  );
