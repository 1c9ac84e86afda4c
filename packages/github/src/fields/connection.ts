import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import type { GitHubFailureKind } from '../github-failure.ts';
import type { Connection, UnavailableReason } from '../records/connection.ts';
import { optional } from './scalars.ts';

/** A list as it came: its entries are read one by one, so that one odd entry costs only itself. */
export const rawConnection = optional(
  z.object({
    totalCount: z.number().int().nonnegative(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) }),
    nodes: optional(z.array(z.unknown())),
  }),
);

export type RawConnection = z.output<typeof rawConnection>;

interface ConnectionOptions {
  /** Off where GitHub's total counts other things than the entries it gives. */
  readonly isCounted?: boolean;
}

/** The gaps below a place in the data, their paths relative to it. */
export const findGapsBelow = (gaps: readonly Gap[], ...place: readonly (string | number)[]): readonly Gap[] =>
  gaps
    .filter(({ path }) => place.every((step, at) => path[at] === step))
    .map((gap) => ({ ...gap, path: gap.path.slice(place.length) }));

/** A list of records. Whatever is missing of it has a reason; a part that came is kept. */
export function toConnection<Schema extends z.ZodType>(
  raw: RawConnection,
  entry: Schema,
  gaps: readonly Gap[],
  { isCounted = true }: ConnectionOptions = {},
): Connection<z.output<Schema>> {
  const withheld = toReason(gaps[0]?.kind);
  if (raw === undefined)
    return { items: [], total: undefined, isComplete: false, unavailableReason: withheld };
  const given = (raw.nodes ?? []).filter((node) => node !== null);
  const items = given.flatMap((node) => {
    const parsed = entry.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
  const found = { items, total: raw.totalCount };
  const isCutShort = items.length < given.length || given.length < (raw.nodes ?? []).length;
  if (isCutShort) {
    const unavailableReason = items.length < given.length ? 'unreadable' : withheld;
    return { ...found, isComplete: false, unavailableReason };
  }
  return { ...found, ...judgeEnd(raw, items.length, isCounted) };
}

type End = Pick<Connection<unknown>, 'isComplete' | 'after' | 'unavailableReason'>;

/** Whether a list of which every given entry was read is whole, goes on, or has less than it says. */
function judgeEnd(
  { pageInfo, totalCount }: NonNullable<RawConnection>,
  count: number,
  isCounted: boolean,
): End {
  const { hasNextPage, endCursor } = pageInfo;
  if (hasNextPage && endCursor !== undefined && count > 0) return { isComplete: false, after: endCursor };
  const isShort = hasNextPage || (isCounted && totalCount !== count);
  return isShort ? { isComplete: false, unavailableReason: 'count-differs' } : { isComplete: true };
}

/** A null without a word is something GitHub no longer has. */
export function toReason(kind: GitHubFailureKind | undefined): UnavailableReason {
  switch (kind) {
    case 'scope-missing':
    case 'sso-required':
    case 'organisation-approval':
      return 'forbidden';
    case undefined:
    case 'gone':
      return 'gone';
    case 'unreadable':
      return 'unreadable';
    default:
      return 'cut-off';
  }
}
