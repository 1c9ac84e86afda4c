import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import styles from './chart.module.css';
import { type ChartModel, describePoint } from './chart-model.ts';
import { toMarkPlace } from './chart-places.ts';
import { hasSingleKeys } from './single-keys.ts';

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
  const router = useRouter();
  const { points } = model;
  const [reached, setReached] = useState(points.length - 1);
  const follow = (event: MouseEvent, path: string) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const next =
      step === 1 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
    if (event.key.toLowerCase() === 'd' && hasSingleKeys()) onTable();
    else if (step === undefined) return;
    else if (next instanceof HTMLElement && next.tagName === 'A') next.focus();
    event.preventDefault();
  };
  return points.map((point, place) => (
    <a
      key={point.key}
      href={point.path}
      aria-label={describePoint(model, point)}
      className={styles['mark']}
      style={toMarkPlace(model, width, place)}
      tabIndex={place === Math.min(reached, points.length - 1) ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={(event) => follow(event, point.path)}
      onFocus={() => {
        setReached(place);
        onPlace(place);
      }}
      onBlur={() => onPlace(undefined)}
      onPointerEnter={() => onPlace(place)}
      onPointerLeave={() => onPlace(undefined)}
    />
  ));
};
