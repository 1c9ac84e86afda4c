import { useEffect, useEffectEvent } from 'react';
import { hasLayer } from '../ui/use-free-key.ts';

/** ⌘ or Ctrl with K opens the palette, also from within a field. */
export const usePaletteKey = (open: () => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isIt = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
    if (!isIt || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // One layer at a time: what is open closes first.
    if (!hasLayer()) open();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
