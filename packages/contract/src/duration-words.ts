const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/**
 * A duration in one unit: minutes under 1 h, hours to 72 h, then days of 24 h. Figures show one decimal below 10,
 * rows and sentences whole numbers.
 */
export const toDuration = (
  minutes: number,
  { isFigure = false }: { readonly isFigure?: boolean } = {},
): string => {
  if (Math.round(minutes) < hourMinutes) return `${toAmount(minutes, isFigure)} min`;
  if (minutes <= 3 * dayMinutes) return `${toAmount(minutes / hourMinutes, isFigure)} h`;
  return `${toAmount(minutes / dayMinutes, isFigure)} d`;
};

const toAmount = (value: number, isFigure: boolean): string =>
  isFigure && value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));

/** A range to go: "40 to 55 min"; units are named once where they agree. */
export const toDurationRange = (fromMinutes: number, toMinutes: number): string => {
  const from = toDuration(fromMinutes);
  const to = toDuration(toMinutes);
  if (from === to) return `about ${to}`;
  const [amount, unit] = from.split(' ');
  return to.endsWith(` ${unit}`) ? `${amount} to ${to}` : `${from} to ${to}`;
};
