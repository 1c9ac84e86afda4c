import { useEffect, useEffectEvent } from 'react';

const fields = 'input, textarea, select, [contenteditable], [role="textbox"]';

/** Does something on a single key anywhere on the page, but never while one writes in a field or a layer is open. */
export const useSingleKey = (wanted: string, act: () => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key !== wanted || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    const isWriting = target instanceof Element && target.closest(fields) !== null;
    if (isWriting || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
