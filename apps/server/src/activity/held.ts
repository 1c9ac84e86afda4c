import type { EventFacts, ListItems, ListPart, Part, PartReason, PullRequestContent } from './facts.ts';

export interface HeldItem<Item> {
  readonly item: Item;
  /** The version of the pull request under which a list showed it, where newer than the newest whole list. */
  readonly seenVersion: Date;
  readonly observedAt: Date;
  /** GitHub no longer shows it; kept as a tombstone. */
  readonly isGone: boolean;
}

export interface HeldPart {
  readonly state: 'complete' | 'partial' | 'unavailable';
  readonly total: number | undefined;
  /** Rows held, without tombstones. */
  readonly held: number;
  readonly reason: PartReason | undefined;
  /** The version that was last seen whole, when that is not the pull request's own. */
  readonly completeVersion: Date | undefined;
  readonly observedAt: Date;
}

/** A pull request's own row. */
export interface HeldRow {
  readonly content: PullRequestContent;
  readonly version: Date;
  readonly observedAt: Date;
  readonly goneAt: Date | undefined;
}

/** All that is held of a pull request. */
export interface HeldPullRequest {
  readonly row: HeldRow;
  readonly parts: ReadonlyMap<Part, HeldPart>;
  readonly lists: { readonly [P in ListPart]: ReadonlyMap<string, HeldItem<ListItems[P]>> };
  readonly events: readonly EventFacts[];
}
