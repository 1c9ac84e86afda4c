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
): Connection<z.output<Schema>> {
  const withheld = toReason(gaps[0]?.kind);
  if (raw === undefined)
    return { items: [], total: undefined, isComplete: false, unavailableReason: withheld };
  const nodes = raw.nodes ?? [];
  const lost = findLostInside(nodes, gaps);
  const end: End =
    lost === undefined
      ? judgeEnd(raw, nodes.length, { isCounted: true })
      : { isComplete: false, unavailableReason: lost };
  return toList({ nodes, total: raw.totalCount, end }, entry, withheld);
}

/**
 * What a token may really not be allowed to see, so that it is empty: a reviewer, an account, or a commit, which only the
 * list of commits counts.
 */
const believed: ReadonlySet<string | number> = new Set([
  'requestedReviewer',
  'user',
  'commit',
  'beforeCommit',
  'afterCommit',
]);

/** Why something inside of an entry that came was not told; undefined when everything was, or is believed to be empty. */
export function findLostInside(
  nodes: readonly unknown[],
  gaps: readonly Gap[],
): UnavailableReason | undefined {
  const lost = gaps.find(({ path: [list, at, ...inside], kind }) => {
    if (list !== 'nodes' || typeof at !== 'number' || inside.length === 0 || nodes[at] == null) return false;
    return !lasting.has(toReason(kind)) || !inside.some((step) => believed.has(step));
  });
  if (lost === undefined) return undefined;
  const reason = toReason(lost.kind);
  return reason === 'gone' ? 'unreadable' : reason;
}

const lasting: ReadonlySet<UnavailableReason> = new Set<UnavailableReason>(['forbidden', 'gone']);

/** The entries of a list, or of one kind among those of a mixed list. */
export interface Entries {
  readonly nodes: readonly unknown[];
  readonly total: number | undefined;
  readonly end: End;
}

/** Reads entries one by one. One that is null was withheld, one that cannot be read is; the list is not whole then. */
export function toList<Schema extends z.ZodType>(
  { nodes, total, end }: Entries,
  entry: Schema,
  withheld: UnavailableReason,
): Connection<z.output<Schema>> {
  const given = nodes.filter((node) => node !== null);
  const items = given.flatMap((node) => {
    const parsed = entry.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
  const isCutShort = items.length < given.length || given.length < nodes.length;
  if (isCutShort) {
    const unavailableReason = items.length < given.length ? 'unreadable' : withheld;
    return { items, total, isComplete: false, unavailableReason };
  }
  return { items, total, ...end };
}

export type End = Pick<Connection<unknown>, 'isComplete' | 'after' | 'unavailableReason'>;

interface Counting {
  /** Off where GitHub's total counts other things than the entries it gives. */
  readonly isCounted: boolean;
}

/** Whether a list of which every given entry was read is whole, goes on, or has less than it says. */
export function judgeEnd(
  { pageInfo, totalCount }: NonNullable<RawConnection>,
  count: number,
  { isCounted }: Counting,
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
