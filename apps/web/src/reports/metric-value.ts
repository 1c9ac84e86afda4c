import type { MetricUnit } from '@throughline/contract';
import { toDuration } from '../ui/duration-words.ts';
import { toNumber } from '../ui/number-words.ts';

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
      return toNumber(Math.round(value));
    case 'rounds':
    case 'comments-per-file':
    case 'per-contributor':
      return value < 10 ? String(Math.round(value * 10) / 10) : toNumber(Math.round(value));
  }
}

/** What stands behind a value where the value does not say it. */
export const unitWords: Readonly<Record<MetricUnit, string>> = {
  seconds: '',
  percent: '',
  index: '',
  'pull-requests': 'pull requests',
  lines: 'lines',
  files: 'files',
  rounds: 'rounds',
  'comments-per-file': 'comments a file',
  'per-contributor': 'a contributor',
};
