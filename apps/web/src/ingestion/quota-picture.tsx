import { useState } from 'react';
import { toNumber } from '../ui/number-words.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './quota-hours.module.css';
import {
  laneNames,
  lanes,
  type QuotaHour,
  toDescription,
  toFinding,
  toHourLine,
  toSpent,
} from './to-quota-hours.ts';

interface Props {
  readonly name: string;
  /** What is spent: "point", "request". */
  readonly unit: string;
  /** Oldest first. */
  readonly hours: readonly QuotaHour[];
}

/** 24 hours of one bucket, a bar an hour: pointing at one, or the arrow keys, say what it holds. */
export const QuotaPicture = ({ name, unit, hours }: Props) => {
  const [at, setAt] = useState<number>();
  const highest = Math.max(1, ...hours.map(toSpent));
  const told = hours[at ?? hours.length - 1];
  return (
    <figure className={styles['picture']}>
      <figcaption>
        <strong>{toFinding(hours, unit)}</strong>
        <span className={styles['muted']}>
          {name}, {unit}s an hour, up to {toNumber(highest)}
        </span>
        <VisuallyHidden>{toDescription(hours, unit)}</VisuallyHidden>
      </figcaption>
      <div className={styles['bars']}>
        {hours.map((hour, index) => (
          <div
            key={hour.hourAt}
            className={styles['hour']}
            data-told={index === at || undefined}
            aria-hidden="true"
          >
            {lanes
              .filter((lane) => hour.spent[lane] > 0)
              .map((lane) => (
                <span
                  key={lane}
                  data-kind={lane}
                  style={{ height: `${(100 * hour.spent[lane]) / highest}%` }}
                />
              ))}
          </div>
        ))}
        <input
          type="range"
          className={styles['pointer']}
          aria-label={`Hour of ${name}`}
          aria-valuetext={told === undefined ? undefined : toHourLine(told, unit)}
          max={hours.length - 1}
          value={at ?? hours.length - 1}
          onChange={(event) => setAt(event.target.valueAsNumber)}
          onPointerMove={({ nativeEvent, currentTarget }) =>
            setAt(toPlace(nativeEvent.offsetX / currentTarget.clientWidth, hours.length))
          }
        />
      </div>
      <div className={styles['axis']}>
        <span>24 h ago</span>
        <span className={styles['told']} aria-hidden="true">
          {told !== undefined && toHourLine(told, unit)}
        </span>
        <span>now</span>
      </div>
      <ul className={styles['legend']}>
        {lanes
          .filter((lane) => hours.some(({ spent }) => spent[lane] > 0))
          .map((lane) => (
            <li key={lane}>
              <span className={styles['sample']} data-kind={lane} aria-hidden="true" /> {laneNames[lane]}
            </li>
          ))}
      </ul>
    </figure>
  );
};

const toPlace = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
