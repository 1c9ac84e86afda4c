import { type KeyboardEvent, useState } from 'react';
import { toNumber } from '../ui/number-words.ts';
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
  const told = at === undefined ? undefined : hours[at];
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.min(hours.length - 1, Math.max(0, (at ?? hours.length) + step)));
  };
  return (
    <figure className={styles['picture']}>
      <figcaption>
        <strong>{toFinding(hours, unit)}</strong>
        <span className={styles['muted']}>
          {name}, {unit}s an hour, up to {toNumber(highest)}
        </span>
      </figcaption>
      <div
        className={styles['bars']}
        role="img"
        tabIndex={0}
        aria-label={toDescription(hours, unit)}
        onKeyDown={move}
      >
        {hours.map((hour, index) => (
          <div
            key={hour.hourAt}
            className={styles['hour']}
            data-told={index === at || undefined}
            onPointerEnter={() => setAt(index)}
          >
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
      <div className={styles['axis']}>
        <span>24 h ago</span>
        <output className={styles['told']}>{told !== undefined && toHourLine(told, unit)}</output>
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

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
