/** A comment as far as lists of a repository order it. */
export interface IndexedComment {
  readonly id: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Where a comment lies: under which number, at which place there. */
export interface CommentPlace {
  readonly parent: number;
  readonly ordinal: number;
}

export interface CommentListQuery {
  readonly sort: 'created' | 'updated';
  readonly direction: 'asc' | 'desc';
  /** Leaves out those not updated since. */
  readonly sinceMs: number | undefined;
  readonly skip: number;
  readonly first: number;
}

export interface CommentPage {
  readonly places: readonly CommentPlace[];
  /** Matching comments in all. */
  readonly total: number;
}

/** Every comment of a repository in both orders, ties by id: 24 bytes a comment. */
export interface CommentIndex {
  readonly length: number;
  list(query: CommentListQuery): CommentPage;
}

type Given = readonly (CommentPlace & { readonly comment: IndexedComment })[];

/** Takes the comments a batch at a time, so that no more than one batch is held as objects. */
export function createCommentIndex(batches: Iterable<Given>): CommentIndex {
  const { length, orders, updatedMs, parents, ordinals } = toLasting(readColumns(batches));
  return {
    length,
    list({ sort, direction, sinceMs, skip, first }) {
      const rows =
        sinceMs === undefined ? orders[sort] : orders[sort].filter((row) => (updatedMs[row] ?? 0) >= sinceMs);
      const wanted =
        direction === 'asc'
          ? rows.subarray(skip, skip + first)
          : rows
              .subarray(Math.max(0, rows.length - skip - first), Math.max(0, rows.length - skip))
              .toReversed();
      const toPlace = (row: number): CommentPlace => ({
        parent: parents[row] ?? 0,
        ordinal: ordinals[row] ?? 0,
      });
      return { places: Array.from(wanted, toPlace), total: rows.length };
    },
  };
}

/** What is kept: once in order, ids and dates of making are needed no more. */
function toLasting({ ids, createdMs, ...lasting }: ReturnType<typeof readColumns>) {
  const orderBy = (at: Float64Array): Uint32Array =>
    Uint32Array.from({ length: ids.length }, (_, row) => row).sort(
      (left, right) => (at[left] ?? 0) - (at[right] ?? 0) || (ids[left] ?? 0) - (ids[right] ?? 0),
    );
  return { ...lasting, orders: { created: orderBy(createdMs), updated: orderBy(lasting.updatedMs) } };
}

function readColumns(batches: Iterable<Given>) {
  const ids: number[] = [];
  const createdMs: number[] = [];
  const updatedMs: number[] = [];
  const parents: number[] = [];
  const ordinals: number[] = [];
  for (const batch of batches) {
    for (const { comment, parent, ordinal } of batch) {
      ids.push(comment.id);
      createdMs.push(Date.parse(comment.createdAt));
      updatedMs.push(Date.parse(comment.updatedAt));
      parents.push(parent);
      ordinals.push(ordinal);
    }
  }
  return {
    length: ids.length,
    ids: Float64Array.from(ids),
    createdMs: Float64Array.from(createdMs),
    updatedMs: Float64Array.from(updatedMs),
    parents: Uint32Array.from(parents),
    ordinals: Uint32Array.from(ordinals),
  };
}
