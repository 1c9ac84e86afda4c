import type { Period } from '@throughline/contract';
import type { IgnoredParameter } from '../page-period.ts';
import { parsePeriod, type Today } from '../period.ts';
import { parseCursor, type RowCursor } from '../row-cursor.ts';

/** What an address asks of a list of reviews, as written. */
export interface ReviewQuery {
  readonly repo?: string | undefined;
  readonly period?: string | undefined;
  readonly after?: string | undefined;
}

/** What was understood of it. `ignored` holds the rest: shown struck through, never dropped silently. */
export interface ReviewFilter {
  /** `owner/name`. */
  readonly repo: string | undefined;
  readonly period: Period | undefined;
  readonly after: RowCursor | undefined;
  readonly ignored: readonly IgnoredParameter[];
}

/** Reads the filters of a list. What is malformed is left out of the filter and named in `ignored`. */
export function parseReviewFilter(query: ReviewQuery, today: Today): ReviewFilter {
  const ignored: IgnoredParameter[] = [];
  const ignore = (name: string, value: string, reason: string): undefined => {
    ignored.push({ name, value, reason });
    return undefined;
  };
  return {
    repo: readRepository(query.repo, ignore),
    period: readPeriod(query.period, today, ignore),
    after: query.after === undefined ? undefined : parseCursor(query.after),
    ignored,
  };
}

type Ignore = (name: string, value: string, reason: string) => undefined;

function readRepository(text: string | undefined, ignore: Ignore): string | undefined {
  if (text === undefined || /^[^/\s]+\/[^/\s]+$/.test(text)) return text;
  return ignore('repo', text, 'It is no repository. Write one as owner/name.');
}

function readPeriod(text: string | undefined, today: Today, ignore: Ignore): Period | undefined {
  if (text === undefined) return undefined;
  const parsed = parsePeriod(text, today);
  return parsed.kind === 'period' ? parsed.period : ignore('period', text, parsed.reason);
}
