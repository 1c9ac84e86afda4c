import { InfoIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import { type WeekMetric, writeWorkingHours } from '@throughline/contract';
import { useId, useState } from 'react';
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
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { name, definition, figure, rows, past } = metric;
  const working = writeWorkingHours(metric);
  return (
    <div className={styles['figure']}>
      <div className={styles['head']}>
        <span>{name}</span>
        <IconButton
          icon={InfoIcon}
          size="small"
          variant="invisible"
          aria-label={`What ${name} counts`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      <span className={styles['number']}>{toValueWords(figure)}</span>
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
      <p id={id} className={styles['definition']} hidden={!isOpen}>
        {definition}
      </p>
    </div>
  );
};
