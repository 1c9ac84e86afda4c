import type { MetricUnit } from './metrics.ts';

const minuteSeconds = 60;
const hourSeconds = 3_600;
const daySeconds = 86_400;

/** A value with its unit: minutes under an hour, hours to 72, then days; one decimal below 10. */
export function writeMetricValue(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'seconds':
      return writeDuration(value);
    case 'percent':
      return value > 0 && value < 1 ? '< 1 %' : `${Math.round(value)} %`;
    case 'index':
      return value.toFixed(2);
    case 'pull-requests':
    case 'lines':
    case 'files':
      return Math.round(value).toLocaleString('en');
    case 'rounds':
    case 'comments-per-file':
    case 'per-contributor':
      return writeDecimal(value);
  }
}

const writeDecimal = (value: number): string =>
  value < 9.95 ? String(Math.round(value * 10) / 10) : Math.round(value).toLocaleString('en');

function writeDuration(seconds: number): string {
  if (seconds < hourSeconds) return `${Math.round(seconds / minuteSeconds)} min`;
  if (seconds < 72 * hourSeconds) return `${writeDecimal(seconds / hourSeconds)} h`;
  return `${writeDecimal(seconds / daySeconds)} d`;
}
