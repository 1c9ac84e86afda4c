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
  if (raw === undefined) {
    return { items: [], total: undefined, isComplete: false, unavailableReason: toReason(gaps[0]?.kind) };
  }
  const nodes = raw.nodes ?? [];
  const parsed = nodes.filter((node) => node !== null).map((node) => entry.safeParse(node));
  const items = parsed.flatMap((result) => (result.success ? [result.data] : []));
  const found = { items, total: raw.totalCount };
  if (items.length < parsed.length) return { ...found, isComplete: false, unavailableReason: 'unreadable' };
  if (items.length < nodes.length)
    return { ...found, isComplete: false, unavailableReason: toReason(gaps[0]?.kind) };
  const { hasNextPage, endCursor } = raw.pageInfo;
  if (hasNextPage && endCursor !== undefined && nodes.length > 0)
    return { ...found, isComplete: false, after: endCursor };
  const isShort = hasNextPage || (isCounted && raw.totalCount !== items.length);
  return isShort
    ? { ...found, isComplete: false, unavailableReason: 'count-differs' }
    : { ...found, isComplete: true };
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
