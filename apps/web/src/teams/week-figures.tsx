import type { Figure as FigureData, TeamWeek, WeekFigure } from '@throughline/contract';
import { Figure } from '../ui/figure.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Spark } from './spark.tsx';
import styles from './week-figures.module.css';
import { WeekTime } from './week-time.tsx';

/** The four figures of a team's week, each against the team's own past; what was opened and is open stands by what was merged. */
export const WeekFigures = ({ week }: { readonly week: TeamWeek }) => {
  const { isOver } = week.week;
  const { merged, opened, waiting, reviewed } = week;
  return (
    <div className={styles['figures']}>
      <WeekTime metric={week.firstResponse} isOver={isOver} />
      <WeekTime metric={week.cycleTime} isOver={isOver} />
      <WithPast
        name="Merged"
        unit="pull requests"
        of={merged}
        isOver={isOver}
        beside={[
          { name: 'opened', figure: opened.figure },
          { name: 'open now', figure: waiting },
        ]}
      />
      <WithPast name="Reviews given" unit="reviews given" of={reviewed} isOver={isOver} beside={[]} />
    </div>
  );
};

interface BesideFigure {
  readonly name: string;
  readonly figure: FigureData;
}

interface Props {
  readonly name: string;
  readonly unit: string;
  readonly of: WeekFigure;
  readonly isOver: boolean;
  readonly beside: readonly BesideFigure[];
}

const WithPast = ({ name, unit, of: { figure, past }, isOver, beside }: Props) => (
  <div>
    <Figure name={name} figure={{ ...figure, definition: toDefinition(figure, beside) }} unit={unit} />
    {beside.length > 0 && <Beside figures={beside} />}
    <Spark
      label={`${name} in the 12 weeks before`}
      values={past.map((one) => one.figure.value)}
      now={figure.value}
      isOver={isOver}
      toText={toNumber}
    />
  </div>
);

/** "opened 9 · open now 12", each of which opens its rows. */
const Beside = ({ figures }: { readonly figures: readonly BesideFigure[] }) => (
  <p className={styles['beside']}>
    {figures.map(({ name, figure: { value, rows, isAtLeast } }) => (
      <PathLink key={name} path={rows}>
        {`${name} `}
        {isAtLeast && 'at least '}
        {toNumber(value)}
      </PathLink>
    ))}
  </p>
);

const toDefinition = ({ definition }: FigureData, beside: readonly BesideFigure[]): string =>
  [definition, ...beside.map(({ name, figure }) => `${toTitle(name)}: ${figure.definition}`)].join(' ');

const toTitle = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
