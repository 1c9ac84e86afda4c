import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { mostPlaces, type PartPlace } from './part-place.ts';
import { type PartName, parts, type Unfinished } from './pull-request-part.ts';

/**
 * One question about the same list of several objects. Timelines are read on each from its own place; of other lists
 * either all places are at the start, or there is one.
 */
export interface PartBatch {
  readonly part: PartName;
  readonly places: readonly PartPlace[];
}

/** GitHub's largest list of ids. */
const mostIds = 100;

/**
 * The questions that bring what these records lack of the parts named, none of which expects more than `nodeBudget`
 * entries (but for one object that alone exceeds it).
 */
export function planParts(
  records: readonly PullRequestRecord[],
  names: readonly PartName[],
  nodeBudget: number,
): readonly PartBatch[] {
  return names.flatMap((part) => {
    const unfinished = records.flatMap((record) => parts[part].find(record));
    if (part === 'timeline') return toBatches(part, unfinished, { nodeBudget, most: mostPlaces });
    const begun = unfinished.filter(({ after }) => after !== undefined);
    const fresh = unfinished.filter(({ after }) => after === undefined);
    return [
      ...begun.map((one): PartBatch => ({ part, places: [toPlace(one)] })),
      ...toBatches(part, fresh, { nodeBudget, most: mostIds }),
    ];
  });
}

interface Room {
  readonly nodeBudget: number;
  /** Objects one question may name. */
  readonly most: number;
}

function toBatches(
  part: PartName,
  unfinished: readonly Unfinished[],
  { nodeBudget, most }: Room,
): readonly PartBatch[] {
  const chunks: PartPlace[][] = [];
  let room = 0;
  for (const one of unfinished) {
    const last = chunks.at(-1);
    if (last === undefined || last.length === most || one.expected > room) {
      chunks.push([toPlace(one)]);
      room = nodeBudget - one.expected;
    } else {
      last.push(toPlace(one));
      room -= one.expected;
    }
  }
  return chunks.map((places) => ({ part, places }));
}

const toPlace = ({ nodeId, after }: Unfinished): PartPlace => ({ nodeId, after });
