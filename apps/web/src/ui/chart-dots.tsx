import { useState } from 'react';
import styles from './chart.module.css';
import { type DotsModel, type DotsPlaces, listLines, toDotMark, toDotsPlaces } from './chart-dots-places.ts';
import { ChartFigure } from './chart-figure.tsx';
import { chartSizes, toChartHeight } from './chart-places.ts';
import type { DaySpan } from './chart-span.ts';
import { useChartWalk } from './chart-walk.ts';

interface Props {
  readonly model: DotsModel;
  readonly finding: string;
  readonly beneath: string;
  /** The days of its axis, from left to right. */
  readonly days: readonly DaySpan[];
  readonly onTable: () => void;
  readonly onSpan: (span: DaySpan) => void;
}

const { left, right } = chartSizes;
const steps = { ArrowLeft: -1, ArrowRight: 1 };

/** A dot each, over time. Arrows lead from dot to dot in time, Enter opens what it stands for. */
export const ChartDots = ({ model, finding, beneath, days, onTable, onSpan }: Props) => {
  const [at, setAt] = useState<number>();
  const { dots, from, until } = model;
  const toDayPlace = (mark: number) => {
    const share = ((dots[mark]?.at ?? from) - from) / Math.max(1, until - from);
    return Math.min(days.length - 1, Math.max(0, Math.floor(share * days.length)));
  };
  const toSpanAxis = (width: number) => ({
    spans: days,
    left,
    step: (width - left - right) / Math.max(1, days.length),
    toPlace: toDayPlace,
    onSpan,
  });
  return (
    <ChartFigure
      finding={finding}
      beneath={beneath}
      description={`${dots.length} dots. Arrows lead from dot to dot in time, Enter opens one, D leads to the table.`}
      said={at === undefined ? undefined : dots[at]?.label}
      minHeight={toChartHeight(false)}
      toSpanAxis={toSpanAxis}
    >
      {(width) =>
        width > 0 && (
          <>
            <Drawing model={model} days={days} width={width} at={at} />
            <Marks model={model} width={width} onPlace={setAt} onTable={onTable} />
          </>
        )
      }
    </ChartFigure>
  );
};

interface DrawingProps extends Pick<Props, 'model' | 'days'> {
  readonly width: number;
  /** The dot that is looked at. */
  readonly at: number | undefined;
}

const Drawing = ({ model, days, width, at: looked }: DrawingProps) => {
  const places = toDotsPlaces(model, width);
  return (
    <svg width={width} height={toChartHeight(false)} aria-hidden="true" className={styles['drawing']}>
      <Axis model={model} days={days} width={width} places={places} />
      {model.dots.map(({ key, at, value, isFar }, place) =>
        isFar ? (
          <path
            key={key}
            className={styles['farDot']}
            d={`M${places.toX(at)} ${places.toY(value) - 6}l6 6l-6 6l-6 -6z`}
          />
        ) : (
          <circle
            key={key}
            className={styles['scattered']}
            cx={places.toX(at)}
            cy={places.toY(value)}
            r={place === looked ? 6 : 4}
          />
        ),
      )}
      <LineNames model={model} width={width} places={places} />
    </svg>
  );
};

const Axis = ({ model, days, width, places }: Omit<DrawingProps, 'at'> & { readonly places: DotsPlaces }) => {
  const { write, from, until } = model;
  const dayNames = [days[0]?.from, days[Math.floor(days.length / 2)]?.from, days.at(-1)?.until];
  return (
    <g className={styles['axis']}>
      {places.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={places.toY(tick)} y2={places.toY(tick)} />
          <text x={left - 8} y={places.toY(tick)} textAnchor="end" dominantBaseline="middle">
            {write(tick)}
          </text>
        </g>
      ))}
      {listLines(model, places).map(({ name, y, isTail }) => (
        <path key={name} className={styles[isTail ? 'tail' : 'line']} d={`M${left} ${y}H${width - right}`} />
      ))}
      {dayNames.map((day, place) => (
        <text
          key={place}
          x={places.toX(from + ((until - from) * place) / 2)}
          y={places.bottom + 18}
          textAnchor={(['start', 'middle', 'end'] as const)[place]}
        >
          {day}
        </text>
      ))}
    </g>
  );
};

/** Over the dots, which would cross the words out. */
const LineNames = ({
  model,
  width,
  places,
}: Pick<DrawingProps, 'model' | 'width'> & { readonly places: DotsPlaces }) => (
  <g className={styles['lineNames']}>
    {listLines(model, places).map(({ name, textY }) => (
      <text key={name} x={width - right} y={textY} textAnchor="end">
        {name}
      </text>
    ))}
  </g>
);

interface MarksProps extends Pick<Props, 'model' | 'onTable'> {
  readonly width: number;
  readonly onPlace: (place: number | undefined) => void;
}

const Marks = ({ model, width, onPlace, onTable }: MarksProps) => {
  const { dots } = model;
  const places = toDotsPlaces(model, width);
  const toMark = useChartWalk({ count: dots.length, first: dots.length - 1, steps, onPlace, onTable });
  return dots.map((dot, at) => (
    <a
      key={dot.key}
      {...toMark(at, dot.path)}
      aria-label={dot.label}
      className={styles['dotMark']}
      style={toDotMark(places, dot)}
    />
  ));
};
