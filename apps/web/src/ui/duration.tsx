import { toDuration } from '@throughline/contract';

interface Props {
  readonly minutes: number;
  /** One decimal below 10, as figures have it; rows and sentences have whole numbers. */
  readonly isFigure?: boolean;
}

/** A span of time in one unit: minutes under 1 h, hours to 72 h, then days. */
export const Duration = ({ minutes, isFigure = false }: Props) => (
  <time dateTime={`PT${Math.round(minutes)}M`}>{toDuration(minutes, { isFigure })}</time>
);
