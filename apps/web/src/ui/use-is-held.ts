import { type RefObject, useEffect, useState } from 'react';

/** True while the pointer is over an element or the focus is in it. */
export const useIsHeld = (element: RefObject<HTMLElement | null>): boolean => {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const held = element.current;
    const hold = () => setIsHeld(true);
    const release = () => setIsHeld(false);
    const pairs = [
      ['pointerenter', hold],
      ['pointerleave', release],
      ['focusin', hold],
      ['focusout', release],
    ] as const;
    for (const [event, listener] of pairs) held?.addEventListener(event, listener);
    return () => {
      for (const [event, listener] of pairs) held?.removeEventListener(event, listener);
    };
  }, [element]);
  return isHeld;
};
