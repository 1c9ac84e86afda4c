/** Why a list, or a part of it, could not be read. Never to be shown as 0. */
export type UnavailableReason =
  /** The token may not read this (FORBIDDEN). */
  | 'forbidden'
  /** Gone or hidden (NOT_FOUND, null). */
  | 'gone'
  /** GitHub left parts out: time-out, resource limit. */
  | 'cut-off'
  /** What came does not have the promised shape. */
  | 'unreadable'
  /** GitHub counts another number of entries than it gave. */
  | 'count-differs'
  /** The host's version of GitHub does not have such a list. */
  | 'not-offered';

/**
 * A list inside a record. `isComplete` means: every entry that GitHub has is in `items`; only then may the absence of
 * an entry mean its deletion. Not complete and without a reason: more pages exist, `after` is where they begin
 * (undefined: at the start, nothing was read yet).
 */
export interface Connection<T> {
  readonly items: readonly T[];
  /** As GitHub counts; undefined when it was not asked or not said. */
  readonly total: number | undefined;
  readonly isComplete: boolean;
  readonly after?: string;
  readonly unavailableReason?: UnavailableReason;
}
