import { type WeekMetric, writeWorkingHours } from '@throughline/contract';
import { DefinedFigure, FigureNumber } from '../ui/defined-figure.tsx';
import { toCount } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Spark } from './spark.tsx';
import { toSpreadWords, toTimeWords, toValueWords } from './time-words.ts';
import styles from './week-time.module.css';

interface Props {
  readonly metric: WeekMetric;
  readonly isOver: boolean;
}

/** How long something took in a week: median, p90, how many, and the weeks before. */
export const WeekTime = ({ metric, isOver }: Props) => {
  const { name, definition, figure, rows, past } = metric;
  const working = writeWorkingHours(metric);
  return (
    <DefinedFigure name={name} definition={definition}>
      <FigureNumber>{toValueWords(figure)}</FigureNumber>
      {figure.n > 0 && (
        <PathLink path={rows} className={styles['rows']}>
          {toCount(figure.n, 'pull request')}
        </PathLink>
      )}
      <p className={styles['spread']}>{toSpreadWords(metric)}</p>
      {working !== undefined && <p className={styles['spread']}>{working}</p>}
      <Spark
        label={`${name} in the weeks before`}
        values={past.map(({ value }) => value)}
        now={figure.value}
        isOver={isOver}
        toText={toTimeWords}
      />
    </DefinedFigure>
  );
};
