import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { hasSingleKeys } from './single-keys.ts';

interface Walk {
  /** How many marks there are. */
  readonly count: number;
  /** The mark that the tab key reaches first. */
  readonly first: number;
  /** How many marks on a key leads: 1 to the next, -1 to the one before. */
  readonly steps: Readonly<Record<string, number>>;
  /** Told which mark is looked at, with pointer or focus. */
  readonly onPlace: (place: number | undefined) => void;
  readonly onTable: () => void;
}

/** What makes links that stand beside each other the marks of a picture: one tab stop, keys from mark to mark. */
export function useChartWalk({ count, first, steps, onPlace, onTable }: Walk) {
  const router = useRouter();
  const [reached, setReached] = useState(first);
  const follow = (event: MouseEvent, path: string) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const next = step === undefined ? undefined : findMark(event.currentTarget, step);
    if (event.key.toLowerCase() === 'd' && hasSingleKeys()) onTable();
    else if (step === undefined) return;
    else next?.focus();
    event.preventDefault();
  };
  return (place: number, path: string) => ({
    href: path,
    'data-mark': place,
    tabIndex: place === Math.min(reached, count - 1) ? 0 : -1,
    onKeyDown,
    onClick: (event: MouseEvent) => follow(event, path),
    onFocus: () => {
      setReached(place);
      onPlace(place);
    },
    onBlur: () => onPlace(undefined),
    onPointerEnter: () => onPlace(place),
    onPointerLeave: () => onPlace(undefined),
  });
}

/** The mark so many marks on; undefined beyond the last and before the first. */
function findMark(mark: HTMLElement, step: number): HTMLElement | undefined {
  const at = Number(mark.dataset['mark']) + step;
  const found = mark.parentElement?.querySelector(`:scope > a[data-mark="${at}"]`);
  return found instanceof HTMLElement ? found : undefined;
}
