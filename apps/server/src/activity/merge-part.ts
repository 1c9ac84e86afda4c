import { compareInstants, isSameContent, laterOf } from './content.ts';
import type { ListFacts, PartReason, Sighting } from './facts.ts';
import type { HeldPart, HeldRow } from './held.ts';

/** What was known of a list before an answer came. */
export interface PartBefore {
  readonly part: HeldPart | undefined;
  /** The pull request's row, which bears the newest version seen of it; undefined when it is new. */
  readonly row: HeldRow | undefined;
}

/** A version together with the instant it was observed at. */
export interface Point {
  readonly version: Date;
  readonly observedAt: Date;
}

/** When the list was last seen whole; undefined: never. */
export function findCompletePoint({ part, row }: PartBefore): Point | undefined {
  if (part === undefined || row === undefined) return undefined;
  if (part.state === 'complete') {
    return { version: row.version, observedAt: laterOf(row.observedAt, part.observedAt) };
  }
  return part.completeVersion && { version: part.completeVersion, observedAt: part.observedAt };
}

/** What a list is after an answer. */
export interface PartAfter {
  /** The newest version seen whole. */
  readonly completeVersion: Date | undefined;
  /** Whether the answer showed the list whole and decided what it holds. */
  readonly isDecided: boolean;
  readonly held: number;
}

type Told = Pick<HeldPart, 'state' | 'total' | 'reason'>;

/** The part after an answer: complete when the newest version seen was seen whole, else what the newest answer told. */
export function mergePart(
  before: PartBefore,
  facts: ListFacts<unknown>,
  sighting: Sighting,
  after: PartAfter,
): HeldPart {
  const { completeVersion, held } = after;
  const newest = before.row === undefined ? sighting.version : laterOf(before.row.version, sighting.version);
  const isComplete = completeVersion !== undefined && compareInstants(completeVersion, newest) === 0;
  const told = isComplete
    ? tellComplete(before.part, facts, after)
    : tellIncomplete(before, facts, sighting.version);
  return {
    ...told,
    held,
    completeVersion: isComplete ? undefined : completeVersion,
    observedAt: sighting.observedAt,
  };
}

function tellComplete(held: HeldPart | undefined, facts: ListFacts<unknown>, after: PartAfter): Told {
  const total = after.isDecided ? facts.total : held?.total;
  return { state: 'complete', total: total ?? after.held, reason: undefined };
}

function tellIncomplete({ part, row }: PartBefore, facts: ListFacts<unknown>, version: Date): Told {
  const told = toTold(facts.items.length, facts.total, facts.reason);
  if (part === undefined || row === undefined) return told;
  const order = compareInstants(version, row.version);
  const isKept = order < 0 || (order === 0 && !isStronger(told, part));
  return isKept ? toTold(part.state === 'partial' ? 1 : 0, part.total, part.reason) : told;
}

const toTold = (
  shown: number,
  total: number | undefined,
  reason: PartReason = 'not-read',
): Told & { readonly reason: PartReason } => ({
  state: shown > 0 ? 'partial' : 'unavailable',
  total,
  reason,
});

/** Of two incomplete answers under one version the one that tells more, whichever came first. */
function isStronger(told: Told, held: Told): boolean {
  return toStrength(told) > toStrength(held);
}

const toStrength = ({ state, total = -1, reason = 'not-read' }: Told): string =>
  `${state === 'partial' ? 1 : 0} ${String(total).padStart(12)} ${reason}`;

/** Whether two parts say the same, whenever it was said. */
export const isSamePart = (held: HeldPart | undefined, part: HeldPart): boolean =>
  held !== undefined && isSameContent({ ...held, observedAt: undefined }, { ...part, observedAt: undefined });
