import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import styles from './chart.module.css';
import { type DaySpan, type SpanPlaces, toDaySpan, toPlaceAt } from './chart-span.ts';

export interface SpanAxis extends SpanPlaces {
  /** Of each mark, which carries its number as `data-mark`, the place it stands in. */
  readonly toPlace: (mark: number) => number;
  readonly onSpan: (span: DaySpan) => void;
}

interface Choice {
  readonly anchor: number;
  readonly reached: number;
  readonly by: 'pointer' | 'keys';
}

/** So far a press moves before it is a drag, in pixels. */
const dragFrom = 6;

/**
 * Choosing a span of days in a picture: by dragging over it, or with Shift and an arrow from mark to mark and Enter. Escape
 * leaves it. Touching scrolls up and down as ever.
 */
export function useChartSpan(frame: RefObject<HTMLElement | null>, axis: SpanAxis | undefined) {
  const [choice, setChoice] = useState<Choice>();
  const press = useRef<{ readonly x: number; readonly place: number }>(undefined);
  const hasDragged = useRef(false);
  const cancel = () => {
    press.current = undefined;
    setChoice(undefined);
  };
  const choose = () => {
    const span = axis && choice && toDaySpan(axis, choice.anchor, choice.reached);
    cancel();
    if (span !== undefined) axis?.onSpan(span);
  };
  useEscape(choice !== undefined, cancel);
  const toX = (event: PointerEvent): number =>
    event.clientX - (frame.current?.getBoundingClientRect().left ?? 0);
  const pointer = axis && {
    onPointerDown: (event: PointerEvent) => {
      hasDragged.current = false;
      if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
      press.current = { x: toX(event), place: toPlaceAt(axis, toX(event)) };
    },
    onPointerMove: (event: PointerEvent) => {
      if (press.current === undefined) return;
      const x = toX(event);
      if (!hasDragged.current && Math.abs(x - press.current.x) < dragFrom) return;
      hasDragged.current = true;
      frame.current?.setPointerCapture(event.pointerId);
      setChoice({ anchor: press.current.place, reached: toPlaceAt(axis, x), by: 'pointer' });
    },
    onPointerUp: () => {
      press.current = undefined;
      if (choice?.by === 'pointer') choose();
    },
    onPointerCancel: cancel,
    // The end of a drag is no click on the mark under it.
    onClickCapture: (event: MouseEvent) => {
      if (!hasDragged.current || event.detail === 0) return;
      hasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // A mark is a link, which a browser would carry away.
    onDragStart: (event: MouseEvent) => event.preventDefault(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (axis === undefined) return;
    const next = toKeyChoice(event, axis, choice);
    if (next === 'choose') choose();
    else setChoice(next);
  };
  return {
    isOffered: axis !== undefined,
    said: axis && choice && saySpan(toDaySpan(axis, choice.anchor, choice.reached), choice.by),
    overlay: axis && choice && toOverlay(axis, choice),
    listeners: axis === undefined ? {} : { ...pointer, onKeyDown },
  };
}

/** What a key makes of a choice. A mark's own keys have been followed before: the focus stands where it led. */
function toKeyChoice(
  event: KeyboardEvent,
  axis: SpanAxis,
  choice: Choice | undefined,
): Choice | 'choose' | undefined {
  if (event.key === 'Shift') return choice;
  if (event.key === 'Enter' && choice !== undefined) {
    event.preventDefault();
    return 'choose';
  }
  const from = toMark(event.target);
  const until = toMark(document.activeElement);
  if (!event.shiftKey || !event.key.startsWith('Arrow') || from === undefined || until === undefined) {
    return undefined;
  }
  return { anchor: choice?.anchor ?? axis.toPlace(from), reached: axis.toPlace(until), by: 'keys' };
}

function toMark(target: unknown): number | undefined {
  const mark = target instanceof HTMLElement ? target.dataset['mark'] : undefined;
  return mark === undefined ? undefined : Number(mark);
}

/** Escape leaves the choice, and nothing else. */
function useEscape(isChoosing: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isChoosing) return undefined;
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onEscape();
    };
    window.addEventListener('keydown', leave, { capture: true });
    return () => window.removeEventListener('keydown', leave, { capture: true });
  });
}

const saySpan = (span: DaySpan | undefined, by: Choice['by']): string =>
  span === undefined
    ? ''
    : `${span.from} to ${span.until}. ${by === 'keys' ? 'Enter shows' : 'Let go to see'} this period, Escape leaves it.`;

function toOverlay({ left, step }: SpanAxis, { anchor, reached }: Choice): ReactNode {
  const first = Math.min(anchor, reached);
  return (
    <div
      className={styles['span']}
      style={{ left: left + first * step, width: (Math.abs(anchor - reached) + 1) * step }}
    />
  );
}
