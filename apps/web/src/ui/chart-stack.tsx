import styles from './chart.module.css';
import type { ChartModel, ChartPoint } from './chart-model.ts';
import type { ChartPlaces } from './chart-places.ts';

interface Props {
  readonly model: ChartModel;
  readonly places: ChartPlaces;
}

/** Bars from 0, in one piece or part on part; what is partial is hatched. Of stacked medians the true one is a tick. */
export const ChartStack = ({ model, places }: Props) => (
  <g>
    {model.points.map((point, place) => (
      <Bar key={point.key} model={model} places={places} point={point} place={place} />
    ))}
  </g>
);

const Bar = ({
  model,
  places,
  point,
  place,
}: Props & { readonly point: ChartPoint; readonly place: number }) => {
  const width = Math.min(48, places.step * 0.6);
  const x = places.toX(place) - width / 2;
  const values = model.kind === 'stacked' ? (point.parts ?? []) : [point.value];
  const pieces = toPieces(values, places);
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return (
    <g>
      {pieces.map(({ y, height, part }) => (
        <rect
          key={part}
          className={styles['piece']}
          x={x}
          y={y}
          width={width}
          height={height}
          fill={`url(#${places.toDecal(Math.min(part, 4))})`}
        />
      ))}
      {point.isPartial && sum > 0 && (
        <rect
          x={x}
          y={places.toY(sum)}
          width={width}
          height={places.bottom - places.toY(sum)}
          fill={`url(#${places.toDecal('partial')})`}
        />
      )}
      {model.kind === 'stacked' && model.isDuration && point.value !== undefined && (
        <line
          className={styles['tick']}
          x1={x - 6}
          x2={x + width + 6}
          y1={places.toY(point.value)}
          y2={places.toY(point.value)}
        />
      )}
    </g>
  );
};

function toPieces(values: readonly (number | undefined)[], places: ChartPlaces) {
  let below = 0;
  return values.flatMap((value, part) => {
    if (value === undefined || value === 0) return [];
    const [from, until] = [below, below + value];
    below = until;
    return { part, y: places.toY(until), height: places.toY(from) - places.toY(until) };
  });
}
