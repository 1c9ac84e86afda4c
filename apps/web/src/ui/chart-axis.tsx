import styles from './chart.module.css';
import { toAxisLabels } from './chart-axis-labels.ts';
import { chartSizes } from './chart-places.ts';

interface Props {
  /** Lines across and what stands beside them. */
  readonly ticks: readonly { readonly y: number; readonly label: string | number }[];
  readonly points: readonly { readonly key: string; readonly label: string }[];
  readonly width: number;
  readonly bottom: number;
  readonly toX: (place: number) => number;
}

const { left, right } = chartSizes;

/** The lines of a picture's values, and the names of its places as far as there is room. */
export const ChartAxis = ({ ticks, points, width, bottom, toX }: Props) => (
  <g className={styles['axis']}>
    {ticks.map(({ y, label }) => (
      <g key={y}>
        <line x1={left} x2={width - right} y1={y} y2={y} />
        <text x={left - 8} y={y} textAnchor="end" dominantBaseline="middle">
          {label}
        </text>
      </g>
    ))}
    {[...toAxisLabels({ count: points.length, width, toX })].map(([place, x]) => (
      <text key={points[place]?.key} x={x} y={bottom + 18} textAnchor="middle">
        {points[place]?.label}
      </text>
    ))}
  </g>
);
