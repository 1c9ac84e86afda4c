import type { TeamWeek, WeekFigure } from '@throughline/contract';
import { Figure } from '../ui/figure.tsx';
import { toNumber } from '../ui/number-words.ts';
import { Spark } from './spark.tsx';
import styles from './week-figures.module.css';
import { WeekTime } from './week-time.tsx';

/** The numbers of a team's week, each against the team's own past, and how long things took. */
export const WeekFigures = ({ week }: { readonly week: TeamWeek }) => {
  const { isOver } = week.week;
  return (
    <div className={styles['figures']}>
      <WithPast name="Merged" unit="pull requests" of={week.merged} isOver={isOver} />
      <WithPast name="Opened" unit="pull requests" of={week.opened} isOver={isOver} />
      <WithPast name="Reviewed" unit="reviews given" of={week.reviewed} isOver={isOver} />
      <Figure name="Waiting" figure={week.waiting} unit="open now" />
      <WeekTime metric={week.firstResponse} isOver={isOver} />
      <WeekTime metric={week.cycleTime} isOver={isOver} />
    </div>
  );
};

interface Props {
  readonly name: string;
  readonly unit: string;
  readonly of: WeekFigure;
  readonly isOver: boolean;
}

const WithPast = ({ name, unit, of: { figure, past }, isOver }: Props) => (
  <div>
    <Figure name={name} figure={figure} unit={unit} />
    <Spark
      label={`${name} in the 12 weeks before`}
      values={past.map((one) => one.figure.value)}
      now={figure.value}
      isOver={isOver}
      toText={toNumber}
    />
  </div>
);
