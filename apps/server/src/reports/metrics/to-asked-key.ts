import type { AskedMetric } from './metric-items.sql.ts';

/** The same for the same question to the same repositories about the same accounts. */
export const toAskedKey = ({
  question: { declaration, preset, by, period, filter },
  resolved,
  members,
  workingTime,
}: AskedMetric): string =>
  JSON.stringify([declaration.id, preset, by, period, filter.label, resolved, members, workingTime]);
