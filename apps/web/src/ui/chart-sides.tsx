import { useId } from 'react';
import styles from './chart.module.css';
import { ChartDecals } from './chart-decals.tsx';
import { type ChartModel, type ChartPoint, describePoint, writePoint } from './chart-model.ts';
import { toSide } from './chart-side.ts';
import { useChartWalk } from './chart-walk.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly model: ChartModel;
  /** In pixels; 0 while it is not known, which draws no bars yet and keeps their places. */
  readonly width: number;
  readonly onPlace: (place: number | undefined) => void;
  readonly onTable: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** What stands side by side: a bar each from 0, in the order given, its name and value over it. */
export const ChartSides = ({ model, width, onPlace, onTable }: Props) => {
  const id = useId();
  const toDecal = (place: number | 'partial') => `${id}decal${place}`;
  const { points } = model;
  const toMark = useChartWalk({ count: points.length, first: 0, steps, onPlace, onTable });
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" className={styles['decals']}>
        <ChartDecals toDecal={toDecal} />
      </svg>
      {points.map((point, place) => (
        <a key={point.key} {...toMark(place, point.path)} className={styles['side']}>
          <VisuallyHidden>{describePoint(model, point)}</VisuallyHidden>
          <bdi dir="auto" aria-hidden="true" className={styles['sideName']}>
            {point.label}
          </bdi>
          <span aria-hidden="true" className={styles['sideValue']}>
            {writePoint(model, point)}
            {point.value !== point.n && ` · n ${point.n}`}
          </span>
          <Bar model={model} point={point} width={width} toDecal={toDecal} />
        </a>
      ))}
    </>
  );
};

interface BarProps extends Pick<Props, 'model' | 'width'> {
  readonly point: ChartPoint;
  readonly toDecal: (place: number) => string;
}

const Bar = ({ model, point, width, toDecal }: BarProps) => {
  const { pieces, tail, tick } = toSide(model, point, width);
  return (
    <svg width={width} height="14" aria-hidden="true" className={styles['sideBar']}>
      {tail !== undefined && <line className={styles['tail']} x1="0" x2={tail} y1="7" y2="7" />}
      {pieces.map(({ part, x, length }) => (
        <rect
          key={part}
          className={styles['piece']}
          x={x}
          y="1"
          width={length}
          height="12"
          fill={`url(#${toDecal(part)})`}
        />
      ))}
      {tick !== undefined && <line className={styles['tick']} x1={tick} x2={tick} y1="0" y2="14" />}
    </svg>
  );
};
