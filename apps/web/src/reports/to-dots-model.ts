import { type MetricRow, type MetricSpread, type Period, writeMetricValue } from '@throughline/contract';
import type { DotsModel } from '../ui/chart-dots-places.ts';

/** A dot for each row that has a value, in time; undefined where they are too many for a dot each. */
export function toDotsModel(spread: MetricSpread): DotsModel | undefined {
  const { metric, period, dots, bars, far, median, p90 } = spread;
  if (dots === undefined) return undefined;
  const toClock = createClock(period);
  return {
    from: Date.parse(period.from),
    until: Date.parse(period.until) + dayMs,
    edges: [...bars.map(({ from }) => from), ...bars.slice(-1).flatMap(({ until }) => until ?? [])],
    isDuration: metric.unit === 'seconds',
    median,
    p90,
    write: (value) => writeMetricValue(value, metric.unit),
    dots: dots.toReversed().flatMap((row) => {
      const { value } = row;
      if (value === undefined) return [];
      const isFar = far !== undefined && value >= far.least;
      const clock = toClock(row.at);
      return {
        key: `${row.repository.repositoryId}#${row.number}`,
        at: Date.parse(`${clock.replace(' ', 'T')}Z`),
        value,
        isFar,
        path: row.path,
        label: describe(row, writeMetricValue(value, metric.unit), clock.slice(0, 10), isFar),
      };
    }),
  };
}

const dayMs = 86_400_000;

const describe = (row: MetricRow, value: string, day: string, isFar: boolean): string =>
  [
    `${row.repository.fullName} #${row.number}`,
    row.title,
    value,
    day,
    ...(isFar ? ['far from the rest'] : []),
  ].join(', ');

/** What clocks in the period's zone show at an instant: "2026-11-21 14:32:00". */
function createClock({ zone }: Period): (at: string) => string {
  // Swedish writes days and times as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: zone,
  });
  return (at) => format.format(new Date(at));
}
