import styles from './chart.module.css';
import type { ChartModel, ChartPoint } from './chart-model.ts';
import type { ChartPlaces } from './chart-places.ts';

interface Props {
  readonly model: ChartModel;
  readonly places: ChartPlaces;
}

/** Medians as a line, the 90th percentile dashed, a trend; both break where there are not enough data. */
export const ChartLine = ({ model, places }: Props) => {
  const { points, trend } = model;
  const whole = points.flatMap(({ isPartial, value }, place) =>
    isPartial || value === undefined ? [] : [place],
  );
  return (
    <g>
      <path className={styles['tail']} d={toPath(points, places, ({ p90 }) => p90)} />
      <path className={styles['line']} d={toPath(points, places, ({ value }) => value)} />
      {trend !== undefined && (
        <line
          className={styles['trend']}
          x1={places.toX(whole[0] ?? 0)}
          x2={places.toX(whole.at(-1) ?? 0)}
          y1={places.toY(Math.max(0, trend.from))}
          y2={places.toY(Math.max(0, trend.until))}
        />
      )}
      {points.map(
        ({ key, value, isPartial }, place) =>
          value !== undefined && (
            <circle
              key={key}
              className={styles['dot']}
              data-partial={isPartial || undefined}
              cx={places.toX(place)}
              cy={places.toY(value)}
              r={4}
            />
          ),
      )}
    </g>
  );
};

function toPath(
  points: readonly ChartPoint[],
  places: ChartPlaces,
  toValue: (point: ChartPoint) => number | undefined,
): string {
  let isBroken = true;
  return points
    .map((point, place) => {
      const value = toValue(point);
      const move = isBroken ? 'M' : 'L';
      isBroken = value === undefined;
      return value === undefined ? '' : `${move}${places.toX(place)} ${places.toY(value)}`;
    })
    .join('');
}
