import { useState } from 'react';
import { ChartDrawing } from './chart-drawing.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { ChartKey } from './chart-key.tsx';
import { ChartMarks } from './chart-marks.tsx';
import { type ChartModel, describeChart, describePoint, hasCounts, listSpans } from './chart-model.ts';
import { chartSizes, toChartHeight, toStep } from './chart-places.ts';
import { ChartSides } from './chart-sides.tsx';
import type { DaySpan } from './chart-span.ts';

interface Props {
  readonly model: ChartModel;
  /** What it says: its caption. */
  readonly finding: string;
  /** Unit, period and zone. */
  readonly beneath: string;
  /** D leads to the table with the same numbers. */
  readonly onTable: () => void;
  /** Told which days were chosen in a picture over time. */
  readonly onSpan?: (span: DaySpan) => void;
}

/**
 * A picture from left to right or of what stands side by side, drawn by us as SVG without a style of its own, so that the
 * strictest content policy allows it. One tab stop: arrows lead from mark to mark, which say what they are; Enter opens a
 * mark's rows, D the table.
 */
export const Chart = ({ model, finding, beneath, onTable, onSpan }: Props) => {
  const [place, setPlace] = useState<number>();
  const point = place === undefined ? undefined : model.points[place];
  const spans = listSpans(model);
  const toSpanAxis = (width: number) =>
    onSpan && spans && { spans, left: chartSizes.left, step: toStep(model, width), toPlace, onSpan };
  return (
    <ChartFigure
      finding={finding}
      beneath={beneath}
      description={`${describeChart(model)} Arrows lead from mark to mark, Enter opens the rows, D the table.`}
      said={point && describePoint(model, point)}
      legend={<ChartKey parts={model.parts} />}
      minHeight={model.axis === 'side' ? 0 : toChartHeight(hasCounts(model))}
      toSpanAxis={toSpanAxis}
    >
      {(width) =>
        model.axis === 'side' ? (
          <ChartSides model={model} width={width} onPlace={setPlace} onTable={onTable} />
        ) : (
          width > 0 && (
            <>
              <ChartDrawing model={model} width={width} />
              <ChartMarks model={model} width={width} onPlace={setPlace} onTable={onTable} />
            </>
          )
        )
      }
    </ChartFigure>
  );
};

const toPlace = (mark: number): number => mark;
