/** To two or three digits, without a decimal place that says nothing: "1.2", "14", "340". */
const toDigits = (value: number): string =>
  value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes by thousands: "7.4 MB". */
export function toBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${toDigits(bytes / 1_000 ** power)} ${units[power] ?? 'B'}`;
}

/** How long something takes, in one unit: "12 s", "3.1 min", "14 h". */
export function toDuration(seconds: number): string {
  if (seconds < 60) return `${toDigits(seconds)} s`;
  if (seconds < 3_600) return `${toDigits(seconds / 60)} min`;
  return `${toDigits(seconds / 3_600)} h`;
}
