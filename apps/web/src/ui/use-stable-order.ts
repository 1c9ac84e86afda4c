import { useState } from 'react';
import { keepOrder } from './keep-order.ts';

/** Rows in the order in which they were first seen, so that nothing moves under the reader while values change. */
export const useStableOrder = <Row>(rows: readonly Row[], toKey: (row: Row) => number): readonly Row[] => {
  const [order, setOrder] = useState<readonly number[]>([]);
  const ordered = keepOrder(rows, order, toKey);
  const keys = ordered.map(toKey);
  if (keys.length !== order.length || keys.some((key, index) => key !== order[index])) setOrder(keys);
  return ordered;
};
