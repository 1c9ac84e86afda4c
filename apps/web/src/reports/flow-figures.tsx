import type { MetricAnswer } from '@throughline/contract';
import { toCount, toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { type MetricParams, toMetricPath, toRowsPath } from './metric-address.ts';
import styles from './reports.module.css';

interface Props {
  readonly answers: readonly MetricAnswer[];
  readonly params: MetricParams;
}

/** How many of each kind, and how many were left out and why; each number opens its rows. */
export const FlowFigures = ({ answers, params }: Props) => (
  <ul className={styles['bands']}>
    {answers.map(({ metric, figure, leftOut, scope }) => {
      const left = leftOut.reduce((sum, { n }) => sum + n, 0);
      const isPart = scope.gaps.length > 0;
      return (
        <li key={metric.id}>
          <PathLink path={toMetricPath(metric.id, params)}>{metric.name}</PathLink>: {isPart && 'at least '}
          {figure.n === 0 && !isPart ? (
            'none'
          ) : (
            <PathLink path={toRowsPath(metric.id, params)}>{toCount(figure.n, 'pull request')}</PathLink>
          )}
          {left > 0 && (
            <>
              {' · '}
              <PathLink path={toRowsPath(metric.id, params, { rows: 'left-out' })}>
                {toNumber(left)} left out
              </PathLink>
              : {leftOut.map(({ n, label }) => `${toNumber(n)} ${label}`).join(', ')}
            </>
          )}
        </li>
      );
    })}
  </ul>
);
