import { toDuration } from './duration-words.ts';
import type { MetricUnit } from './metrics.ts';

/** A value in its unit: "6.2 h", "84 %", "1,204", "0.42". */
export function writeMetricValue(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'seconds':
      return toDuration(value / 60, { isFigure: true });
    case 'percent':
      return value > 0 && value < 1 ? '< 1 %' : `${Math.round(value)} %`;
    case 'index':
      return value.toFixed(2);
    case 'pull-requests':
    case 'lines':
    case 'files':
      return writeWhole(value);
    case 'rounds':
    case 'comments-per-file':
    case 'per-contributor':
      return value < 10 ? String(Math.round(value * 10) / 10) : writeWhole(value);
  }
}

const writeWhole = (value: number): string => Math.round(value).toLocaleString('en');
