import type { MetricUnit } from '@throughline/contract';

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
