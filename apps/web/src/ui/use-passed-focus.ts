import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import { findOpener, toPlace } from './row-lines.ts';

interface Held {
  readonly element: HTMLElement;
  readonly place: number;
  /** Which of its row's controls it is. */
  readonly control: number;
}

const layers = '[role="menu"], [role="dialog"]';
const controls = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled])';

/**
 * When the row that holds the focus goes, the next one gets it, on the same control where it has one, the last row when
 * there is none behind, and the page's heading when there is no row any more. Answers what the table's frame listens to.
 */
export const usePassedFocus = (table: RefObject<HTMLTableElement | null>) => {
  const held = useRef<Held>(undefined);

  // After each render: rows may have gone with it.
  useEffect(() => {
    if (!isLost(held.current) || table.current === null) return;
    const lines = [...table.current.querySelectorAll<HTMLElement>('tr[data-place]')];
    const { place, control } = held.current;
    const line = lines.find((one) => toPlace(one) >= place) ?? lines.at(-1);
    const same = line?.querySelectorAll<HTMLElement>(controls)[control];
    (same ?? (line && findOpener(line)))?.focus();
  });

  // With the last row the table goes.
  useEffect(
    () => () => {
      if (isLost(held.current)) document.querySelector('h1')?.focus();
    },
    [],
  );

  return {
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
      if (currentTarget.contains(target)) held.current = toHeld(target);
    },
    // React tells of no blur while it takes away what has the focus. A menu that a row opens is a part of it.
    onBlur: ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      const isWithin = relatedTarget instanceof Element && relatedTarget.closest(layers) !== null;
      if (currentTarget.contains(target) && !isWithin) held.current = undefined;
    },
  };
};

const isLost = (held: Held | undefined): held is Held =>
  held !== undefined && !held.element.isConnected && document.activeElement === document.body;

const toHeld = (target: Element): Held | undefined => {
  const line = target.closest<HTMLElement>('tr[data-place]');
  if (line === null || !(target instanceof HTMLElement)) return undefined;
  return {
    element: target,
    place: toPlace(line),
    control: [...line.querySelectorAll(controls)].indexOf(target),
  };
};
