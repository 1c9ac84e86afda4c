import type { DaySpan } from '../ui/chart-span.ts';
import { useParam } from '../ui/use-param.ts';

/** Makes days that were chosen the period of the address; the browser's Back leads to the one before. */
export const usePeriodOfSpan = (): ((span: DaySpan) => void) => {
  const [, setPeriod] = useParam('period');
  return ({ from, until }) => setPeriod(`${from}..${until}`);
};
