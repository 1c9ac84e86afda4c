import { type ReactNode, useId, useRef } from 'react';
import styles from './chart.module.css';
import { type SpanAxis, useChartSpan } from './chart-span-choice.tsx';
import { useWidth } from './chart-width.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  /** What it says: its caption. */
  readonly finding: string;
  /** Unit, period and zone. */
  readonly beneath: string;
  /** The whole picture in words, and its keys. */
  readonly description: string;
  /** What is said of the mark that is looked at. */
  readonly said: string | undefined;
  /** The names of its parts beside what each looks like. */
  readonly legend?: ReactNode;
  /** The drawing's own height in pixels where it is known before its width: nothing below may move when that comes. */
  readonly minHeight: number;
  /** Where a span of days can be chosen in it. */
  readonly toSpanAxis?: ((width: number) => SpanAxis | undefined) | undefined;
  /** The drawing and its marks; 0 while the width is not known. */
  readonly children: (width: number) => ReactNode;
}

/** What every picture has: its finding above, the drawing, what is said of a mark, its key, itself in words. */
export const ChartFigure = (props: Props) => {
  const { finding, beneath, description, said, legend, minHeight, toSpanAxis, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const span = useChartSpan(frame, width === 0 ? undefined : toSpanAxis?.(width));
  const id = useId();
  return (
    <figure className={styles['figure']} aria-describedby={id}>
      <figcaption>
        <p className={styles['finding']}>{finding}</p>
        <p className={styles['beneath']}>{beneath}</p>
      </figcaption>
      <div
        ref={frame}
        className={styles['frame']}
        style={{ minHeight }}
        data-spans={span.isOffered || undefined}
        {...span.listeners}
      >
        {children(width)}
        {span.overlay}
      </div>
      <p className={styles['said']} aria-hidden="true">
        {span.said ?? said ?? '\u00A0'}
      </p>
      {legend}
      <VisuallyHidden>
        <output>{span.said}</output>
        <span id={id}>
          {description}
          {span.isOffered && ' Shift and an arrow choose a span of time, Enter shows it, Escape leaves it.'}
        </span>
      </VisuallyHidden>
    </figure>
  );
};
