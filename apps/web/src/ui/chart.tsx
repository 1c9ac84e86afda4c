import { useId, useRef, useState } from 'react';
import styles from './chart.module.css';
import { ChartDrawing } from './chart-drawing.tsx';
import { ChartKey } from './chart-key.tsx';
import { ChartMarks } from './chart-marks.tsx';
import { type ChartModel, describeChart, describePoint } from './chart-model.ts';
import { ChartSides } from './chart-sides.tsx';
import { useWidth } from './chart-width.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly model: ChartModel;
  /** What it says: its caption. */
  readonly finding: string;
  /** Unit, period and zone. */
  readonly beneath: string;
  /** D leads to the table with the same numbers. */
  readonly onTable: () => void;
}

/**
 * A picture over time or of what stands side by side, drawn by us as SVG without a style of its own, so that the strictest content policy allows it. One
 * tab stop: arrows lead from mark to mark, which say what they are; Enter opens a mark's rows, D the table.
 */
export const Chart = ({ model, finding, beneath, onTable }: Props) => {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [place, setPlace] = useState<number>();
  const id = useId();
  const point = place === undefined ? undefined : model.points[place];
  return (
    <figure className={styles['figure']} aria-describedby={id}>
      <figcaption>
        <p className={styles['finding']}>{finding}</p>
        <p className={styles['beneath']}>{beneath}</p>
      </figcaption>
      <div ref={frame} className={styles['frame']} data-axis={model.axis}>
        {model.axis === 'side' && (
          <ChartSides model={model} width={width} onPlace={setPlace} onTable={onTable} />
        )}
        {model.axis === 'time' && width > 0 && (
          <>
            <ChartDrawing model={model} width={width} />
            <ChartMarks model={model} width={width} onPlace={setPlace} onTable={onTable} />
          </>
        )}
      </div>
      <p className={styles['said']} aria-hidden="true">
        {point === undefined ? '\u00A0' : describePoint(model, point)}
      </p>
      <ChartKey parts={model.parts} />
      <VisuallyHidden>
        <span id={id}>
          {describeChart(model)} Arrows lead from mark to mark, Enter opens the rows, D the table.
        </span>
      </VisuallyHidden>
    </figure>
  );
};
