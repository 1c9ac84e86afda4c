import { useId, useState } from 'react';
import styles from './chart.module.css';
import { ChartAxis } from './chart-axis.tsx';
import { ChartDecals } from './chart-decals.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { describeAmount, describeFlow, type FlowModel } from './chart-flow-model.ts';
import { toFlowMark, toFlowPlaces } from './chart-flow-places.ts';
import { ChartKey } from './chart-key.tsx';
import { chartSizes, toChartHeight } from './chart-places.ts';
import type { DaySpan } from './chart-span.ts';
import { useChartWalk } from './chart-walk.ts';

interface Props {
  readonly model: FlowModel;
  readonly finding: string;
  readonly beneath: string;
  readonly onTable: () => void;
  readonly onSpan: (span: DaySpan) => void;
}

const { left, right } = chartSizes;

/**
 * What comes in, up from a line, and what goes out, down from it, on one scale and one axis of time. Arrows lead left and
 * right through one series and up and down to the next; Enter opens a mark's rows.
 */
export const ChartFlow = ({ model, finding, beneath, onTable, onSpan }: Props) => {
  const [said, setSaid] = useState<string>();
  const { points, names } = model;
  const toSpanAxis = (width: number) => ({
    spans: points,
    left,
    step: toFlowPlaces(model, width).step,
    toPlace: (mark: number) => Math.floor(mark / names.length),
    onSpan,
  });
  return (
    <ChartFigure
      finding={finding}
      beneath={beneath}
      description={`${describeFlow(model)} Arrows lead from mark to mark, Enter opens the rows, D the table.`}
      said={said}
      legend={<ChartKey parts={names} />}
      minHeight={toChartHeight(false)}
      toSpanAxis={toSpanAxis}
    >
      {(width) =>
        width > 0 && (
          <>
            <Drawing model={model} width={width} />
            <Marks model={model} width={width} onSaid={setSaid} onTable={onTable} />
          </>
        )
      }
    </ChartFigure>
  );
};

interface DrawingProps {
  readonly model: FlowModel;
  readonly width: number;
}

const Drawing = ({ model, width }: DrawingProps) => {
  const id = useId();
  const places = toFlowPlaces(model, width);
  const toDecal = (part: number | 'partial') => `${id}decal${part}`;
  const barWidth = Math.min(48, places.step * 0.6);
  return (
    <svg width={width} height={toChartHeight(false)} aria-hidden="true" className={styles['drawing']}>
      <ChartDecals toDecal={toDecal} />
      <ChartAxis
        ticks={places.ticks.map(({ value, y }) => ({ y, label: value }))}
        points={model.points}
        width={width}
        bottom={places.bottom}
        toX={places.toX}
      />
      {model.points.map((point, place) => (
        <g key={point.key}>
          {places.toPieces(point).map(
            ({ series, y, height: high }) =>
              high > 0 && (
                <g key={series}>
                  {[toDecal(series), ...(point.isPartial ? [toDecal('partial')] : [])].map((decal) => (
                    <rect
                      key={decal}
                      className={styles['piece']}
                      x={places.toX(place) - barWidth / 2}
                      y={y}
                      width={barWidth}
                      height={high}
                      fill={`url(#${decal})`}
                    />
                  ))}
                </g>
              ),
          )}
        </g>
      ))}
      <line className={styles['zero']} x1={left} x2={width - right} y1={places.zero} y2={places.zero} />
    </svg>
  );
};

interface MarksProps extends DrawingProps {
  readonly onSaid: (said: string | undefined) => void;
  readonly onTable: () => void;
}

const Marks = ({ model, width, onSaid, onTable }: MarksProps) => {
  const { points, names } = model;
  const places = toFlowPlaces(model, width);
  const marks = points.flatMap((point, place) =>
    point.amounts.map(({ path }, series) => ({ point, place, series, path })),
  );
  const across = names.length;
  const toMark = useChartWalk({
    count: marks.length,
    first: (points.length - 1) * across,
    steps: { ArrowLeft: -across, ArrowRight: across, ArrowUp: -1, ArrowDown: 1 },
    onPlace: (at) => {
      const mark = at === undefined ? undefined : marks[at];
      onSaid(mark && describeAmount(model, mark.point, mark.series));
    },
    onTable,
  });
  return marks.map(({ point, place, series, path }, at) => (
    <a
      key={`${point.key} ${series}`}
      {...toMark(at, path)}
      aria-label={describeAmount(model, point, series)}
      className={styles['mark']}
      style={toFlowMark(places, point, place, series)}
    />
  ));
};
