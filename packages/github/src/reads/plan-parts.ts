import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { type PartName, partNames, parts, type Unfinished } from './pull-request-part.ts';

/** One question: the same list of several objects from its start, or the next page of a single one. */
export interface PartBatch {
  readonly part: PartName;
  readonly nodeIds: readonly string[];
  readonly after: string | undefined;
}

/** GitHub's largest list of ids. */
const mostIds = 100;

/** Names one list of one object. */
export const toPartKey = (part: PartName, nodeId: string): string => `${part} ${nodeId}`;

/**
 * The questions that bring what these records lack, none of which expects more than `nodeBudget` entries (but for one
 * object that alone exceeds it). Lists are asked from their start, many objects at once, since a question has one cursor
 * for all; those in `started`, whose largest page was had already, go on alone from where they ended.
 */
export function planParts(
  records: readonly PullRequestRecord[],
  nodeBudget: number,
  started: ReadonlySet<string>,
): readonly PartBatch[] {
  return partNames.flatMap((part) => {
    const unfinished = records.flatMap((record) => parts[part].find(record));
    const isContinued = ({ nodeId }: Unfinished): boolean => started.has(toPartKey(part, nodeId));
    const fresh = unfinished.filter((one) => !isContinued(one));
    return [
      ...unfinished
        .filter(isContinued)
        .map(({ nodeId, after }): PartBatch => ({ part, nodeIds: [nodeId], after })),
      ...toChunks(fresh, nodeBudget).map((nodeIds): PartBatch => ({ part, nodeIds, after: undefined })),
    ];
  });
}

function toChunks(unfinished: readonly Unfinished[], nodeBudget: number): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let room = 0;
  for (const { nodeId, expected } of unfinished) {
    const last = chunks.at(-1);
    if (last === undefined || last.length === mostIds || expected > room) {
      chunks.push([nodeId]);
      room = nodeBudget - expected;
    } else {
      last.push(nodeId);
      room -= expected;
    }
  }
  return chunks;
}
