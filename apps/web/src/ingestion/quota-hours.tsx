import { Button } from '@primer/react';
import { getQuotaHistory } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { toNumber } from '../ui/number-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './quota-hours.module.css';
import { QuotaTable } from './quota-table.tsx';
import { laneNames, lanes, type QuotaHour, toFinding, toSpent } from './to-quota-hours.ts';

/** What was spent of the quota over the last 24 hours, by lane: a picture, or the same numbers as a table. */
export const QuotaHours = ({ connectionId }: { readonly connectionId: number }) => {
  const [as, setAs] = useParam('as');
  const answer = useAnswer(getQuotaHistory, { params: { connectionId } }, { refetchInterval: 60_000 });
  const isTable = as === 'table';
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading the quota of 24 hours" rows={3} />}>
      {({ hours }) => (
        <div className={styles['day']}>
          <Button
            size="small"
            className={styles['switch'] ?? ''}
            onClick={() => setAs(isTable ? '' : 'table')}
          >
            {isTable ? 'As pictures' : 'As table'}
          </Button>
          <div className={styles['buckets']}>
            {buckets.map(([resource, name, unit]) => {
              const own = hours.filter((hour) => hour.resource === resource);
              return isTable ? (
                <QuotaTable key={resource} name={name} hours={own} />
              ) : (
                <QuotaPicture key={resource} name={name} finding={toFinding(own, unit)} hours={own} />
              );
            })}
          </div>
        </div>
      )}
    </Loaded>
  );
};

const buckets = [
  ['graphql', 'GraphQL', 'points'],
  ['core', 'REST', 'requests'],
] as const;

interface PictureProps {
  readonly name: string;
  readonly finding: string;
  readonly hours: readonly QuotaHour[];
}

const QuotaPicture = ({ name, finding, hours }: PictureProps) => {
  const highest = Math.max(1, ...hours.map(toSpent));
  const used = lanes.filter((lane) => hours.some(({ spent }) => spent[lane] > 0));
  return (
    <figure className={styles['picture']}>
      <figcaption>
        <strong>{finding}</strong>
        <span className={styles['muted']}>
          {name}, by hour, up to {toNumber(highest)} an hour
        </span>
      </figcaption>
      <div className={styles['bars']} aria-hidden="true">
        {hours.map((hour) => (
          <div key={hour.hourAt} className={styles['hour']}>
            {lanes.map((lane) => (
              <span
                key={lane}
                data-kind={lane}
                style={{ height: `${(100 * hour.spent[lane]) / highest}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={styles['axis']} aria-hidden="true">
        <span>24 h ago</span>
        <span>now</span>
      </div>
      {used.length > 0 && (
        <ul className={styles['legend']}>
          {used.map((lane) => (
            <li key={lane}>
              <span className={styles['sample']} data-kind={lane} aria-hidden="true" /> {laneNames[lane]}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
};
