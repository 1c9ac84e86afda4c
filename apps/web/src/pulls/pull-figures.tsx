import type { PullFigure } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import styles from './pull-figures.module.css';

/** In which figures a pull request counts, each leading to its rows, and in which it does not, and why. */
export const PullFigures = ({ figures }: { readonly figures: readonly PullFigure[] }) => {
  const counted = figures.filter(({ standing }) => standing === 'counted');
  const others = Map.groupBy(
    figures.filter(({ standing }) => standing !== 'counted'),
    ({ why = '' }) => why,
  );
  return (
    <>
      <p>It counts in {toCount(counted.length, 'figure')}, each by its own definition:</p>
      <Names label="Figures it counts in" figures={counted} />
      {others.size > 0 && (
        <details className={styles['others']}>
          <summary>Not in {toCount(figures.length - counted.length, 'other')}</summary>
          {[...others].map(([why, each]) => (
            <div key={why}>
              <p className={styles['why']}>{why}</p>
              <Names label={why} figures={each} />
            </div>
          ))}
        </details>
      )}
    </>
  );
};

interface NamesProps {
  readonly label: string;
  readonly figures: readonly PullFigure[];
}

const Names = ({ label, figures }: NamesProps) => (
  <ul className={styles['names']} aria-label={label}>
    {figures.map(({ metric, name, path }) => (
      <li key={metric}>
        <PathLink path={path}>{name}</PathLink>
      </li>
    ))}
  </ul>
);
