import type { MetricParams } from './metric-address.ts';

/** Parameters as the client sends them. */
export const toMetricQuery = (params: MetricParams): Record<string, string | string[] | undefined> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
