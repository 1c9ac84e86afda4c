import type { Period, PersonPage } from '@throughline/contract';
import { type IgnoredParameter, parsePagePeriod, type toToday } from '../reports/index.ts';

/** What an address asks of a person's page, as written. */
interface PersonQuery {
  readonly period?: string | undefined;
  readonly by?: string | undefined;
}

interface PersonFilter {
  readonly period: Period;
  readonly by: PersonPage['by'];
  readonly ignored: readonly IgnoredParameter[];
}

/** What was understood of it; the rest is named and has its usual value. */
export function parsePersonQuery(query: PersonQuery, today: ReturnType<typeof toToday>): PersonFilter {
  const { period, ignored } = parsePagePeriod(query.period, today);
  const by = query.by ?? 'repo';
  if (by === 'repo' || by === 'label') return { period, by, ignored };
  const refused = { name: 'by', value: by, reason: 'What was shipped stands by repo or by label.' };
  return { period, by: 'repo', ignored: [...ignored, refused] };
}
