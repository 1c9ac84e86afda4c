import styles from './chart.module.css';
import { type ChartModel, describePoint } from './chart-model.ts';
import { toMarkPlace } from './chart-places.ts';
import { useChartWalk } from './chart-walk.ts';

interface Props {
  readonly model: ChartModel;
  readonly width: number;
  /** Told which mark is looked at, with pointer or focus. */
  readonly onPlace: (place: number | undefined) => void;
  readonly onTable: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Links over the places of a drawing, one of which the tab key reaches. */
export const ChartMarks = ({ model, width, onPlace, onTable }: Props) => {
  const { points } = model;
  const toMark = useChartWalk({ count: points.length, first: points.length - 1, steps, onPlace, onTable });
  return points.map((point, place) => (
    <a
      key={point.key}
      {...toMark(place, point.path)}
      aria-label={describePoint(model, point)}
      className={styles['mark']}
      style={toMarkPlace(model, width, place)}
    />
  ));
};
