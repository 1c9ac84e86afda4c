import { useEffect, useState } from 'react';

/** Turns true when so long has passed since the component appeared. */
export const useDelay = (delayMs: number): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isOver;
};
