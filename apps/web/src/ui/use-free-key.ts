import { useEffect, useEffectEvent } from 'react';
import { hasSingleKeys } from './single-keys.ts';

const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="textbox"]';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"], dialog[open]';

/** Whether what is pressed goes into a field. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(fields) !== null;

/** Whether something lies over the page. */
export const hasLayer = (): boolean => document.querySelector(layers) !== null;

/**
 * Told of every key pressed by itself anywhere on the page, but never while one writes in a field, a layer is open, or its
 * reader has turned such keys off. Answer true for what was acted upon.
 */
export const useFreeKey = (act: (key: string) => boolean): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    // Escape writes nothing, so it stays also where single keys are off.
    if (key !== 'Escape' && !hasSingleKeys()) return;
    if (isWriting(target) || hasLayer()) return;
    if (act(key)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
