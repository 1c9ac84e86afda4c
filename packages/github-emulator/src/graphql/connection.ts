import type { GraphqlContext } from './context.ts';
import { makeCursor, readCursor } from './cursor.ts';

/** Arguments of every connection; the cost check made sure of exactly one bound where items are asked. */
export type PageArgs = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
};

export type Edge = {
  readonly cursor: string;
  readonly node: unknown;
  /** Fields an edge has besides, such as `role`. */
  readonly extras: Readonly<Record<string, unknown>>;
};

export type Page = {
  readonly edges: readonly Edge[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** A connection whose page is only made, and counted, when its items are asked for. */
export type Connection = {
  readonly isConnection: true;
  readonly totalCount: number;
  readonly extras: Readonly<Record<string, unknown>>;
  readPage(): Page;
};

export function toConnection(
  context: GraphqlContext,
  about: { readonly totalCount: number; readonly extras?: Readonly<Record<string, unknown>> },
  makePage: () => Page,
): Connection {
  let page: Page | undefined;
  return {
    isConnection: true,
    totalCount: about.totalCount,
    extras: about.extras ?? {},
    readPage() {
      if (page === undefined) {
        page = makePage();
        context.meter.addNodes(page.edges.length);
      }
      return page;
    },
  };
}

type ArrayOptions<Item> = {
  toNode(item: Item): unknown;
  toEdgeExtras?(item: Item): Readonly<Record<string, unknown>>;
  readonly extras?: Readonly<Record<string, unknown>>;
  /** Left out at the beginning, before paging. */
  readonly skip?: number;
};

/** A connection over what is in memory anyway; cursors hold the index, as lists grow at the end. */
export function toArrayConnection<Item>(
  context: GraphqlContext,
  args: PageArgs,
  items: readonly Item[],
  options: ArrayOptions<Item>,
): Connection {
  const about = { totalCount: items.length, extras: options.extras ?? {} };
  return toConnection(context, about, () => {
    const { start, end } = toRange(args, items.length, options.skip ?? 0);
    const edges = items.slice(start, end).map((item, offset) => ({
      cursor: makeCursor('list', start + offset),
      node: options.toNode(item),
      extras: options.toEdgeExtras?.(item) ?? {},
    }));
    return { edges, hasPreviousPage: start > 0, hasNextPage: end < items.length };
  });
}

/** Indexes of the asked page: after and before narrow, then first or last takes. */
function toRange(args: PageArgs, length: number, skip: number): { start: number; end: number } {
  const after = args.after == null ? skip : readCursor('list', args.after) + 1;
  const before = args.before == null ? length : readCursor('list', args.before);
  const start = Math.min(Math.max(after, 0), length);
  const end = Math.max(Math.min(before, length), start);
  if (args.first != null) return { start, end: Math.min(end, start + args.first) };
  if (args.last != null) return { start: Math.max(start, end - args.last), end };
  return { start, end: start };
}
