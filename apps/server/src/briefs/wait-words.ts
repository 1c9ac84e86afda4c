/** How long, as figures say it: minutes under 1 h, hours to 72 h, then days of 24 h; one decimal below 10. */
export function toWaitWords(waitS: number): string {
  if (waitS < 3_600) return `${Math.round(waitS / 60)} min`;
  const hours = waitS / 3_600;
  return hours <= 72 ? `${toOneDecimal(hours)} h` : `${toOneDecimal(hours / 24)} d`;
}

const toOneDecimal = (value: number): string =>
  value < 10 ? value.toFixed(1).replace('.0', '') : `${Math.round(value)}`;
