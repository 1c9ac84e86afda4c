import { useEffect, useEffectEvent } from 'react';
import { hasSingleKeys } from './single-keys.ts';

const fields = 'input, textarea, select, [contenteditable], [role="textbox"]';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * Told of every key pressed by itself anywhere on the page, but never while one writes in a field, a layer is open, or its
 * reader has turned such keys off. Answer true for what was acted upon.
 */
export const useFreeKey = (act: (key: string) => boolean): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || !hasSingleKeys()) return;
    const isWriting = target instanceof Element && target.closest(fields) !== null;
    if (isWriting || document.querySelector(layers) !== null) return;
    if (act(key)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
