import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useFreeKey } from '../ui/use-free-key.ts';
import type { Place } from './navigation.data.ts';

/** So long after `G` its second key is waited for. */
const patienceMs = 1_500;

/** `G` and then a place's own key lead there. */
export const useGoKeys = (places: readonly Place[]): void => {
  const router = useRouter();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  useFreeKey((key) => {
    const isSecond = performance.now() - pressedAt.current < patienceMs;
    const place = isSecond ? places.find((one) => one.key === key) : undefined;
    pressedAt.current = key === 'g' ? performance.now() : Number.NEGATIVE_INFINITY;
    if (place !== undefined) router.history.push(place.path);
    return place !== undefined;
  });
};
