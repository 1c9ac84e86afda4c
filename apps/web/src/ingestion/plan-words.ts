import type { SyncPlan } from '@throughline/contract';

const bounds: Readonly<Record<NonNullable<SyncPlan['boundBy']>, string>> = {
  points: 'the hourly quota of points',
  'rest-requests': 'the hourly quota of requests',
  'graphql-cpu': 'the computing time GitHub gives to GraphQL',
  'rest-cpu': 'the computing time GitHub gives to REST',
};

export const toBoundWords = (bound: NonNullable<SyncPlan['boundBy']>): string => bounds[bound];

const sizes = ['kB', 'MB', 'GB', 'TB'] as const;

/** "1.2 GB", in steps of a thousand; below a thousand bytes "under 1 kB". */
export const toByteWords = (bytes: number): string => {
  if (bytes === 0) return 'none';
  if (bytes < 1_000) return 'under 1 kB';
  const step = Math.min(sizes.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${sizes[step - 1]}`;
};

/** Seconds of computing time: "42 s", "8 min", "3.5 h". */
export const toCpuWords = (seconds: number): string => {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  const hours = seconds / 3_600;
  return `${hours < 10 ? hours.toFixed(1) : Math.round(hours)} h`;
};
