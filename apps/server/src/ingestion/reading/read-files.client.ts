import {
  type Connection,
  type FileRecord,
  type GitHubClient,
  GitHubFailure,
  readPullRequestFiles,
} from '@throughline/github';
import { type FilesWanted, firstFilesBudget, halveBudget, takeFilesBatch } from './plan-files.ts';

interface FilesOptions {
  /** Mark the files of a pull request that GitHub cannot finish as cut off, instead of rejecting. */
  readonly giveUp: boolean;
}

/**
 * The files of pull requests, whole or with the reason why not, by node id. Asks for half as many at once after GitHub
 * found it too much.
 */
export async function readFiles(
  client: GitHubClient,
  wanted: readonly FilesWanted[],
  options: FilesOptions,
): Promise<ReadonlyMap<string, Connection<FileRecord>>> {
  const found = new Map<string, Connection<FileRecord>>();
  let budget = firstFilesBudget;
  let rest = wanted;
  while (rest.length > 0) {
    const batch = takeFilesBatch(rest, budget);
    const files = await tryBatch(
      client,
      batch.map(({ nodeId }) => nodeId),
      options,
    );
    if (files === 'too-much') {
      budget = halveBudget(batch.length, budget);
      continue;
    }
    for (const [nodeId, list] of files) found.set(nodeId, await readOn(client, nodeId, list, options));
    rest = rest.slice(batch.length);
  }
  return found;
}

type FilesById = readonly (readonly [string, Connection<FileRecord>])[];

async function tryBatch(
  client: GitHubClient,
  nodeIds: readonly string[],
  { giveUp }: FilesOptions,
): Promise<FilesById | 'too-much'> {
  try {
    const answers = await readPullRequestFiles(client, { nodeIds });
    return answers.map(({ nodeId, files }) => [nodeId, files]);
  } catch (thrown) {
    if (!isTooMuch(thrown)) throw thrown;
    if (nodeIds.length > 1) return 'too-much';
    if (!giveUp) throw thrown;
    return nodeIds.map((nodeId) => [nodeId, cutOff(nothing)]);
  }
}

/** Reads further pages of one list. GitHub ends it at 3,000 files; what lies beyond stays unread. */
async function readOn(
  client: GitHubClient,
  nodeId: string,
  begun: Connection<FileRecord>,
  { giveUp }: FilesOptions,
): Promise<Connection<FileRecord>> {
  let list = begun;
  while (list.after !== undefined && list.unavailableReason === undefined) {
    try {
      const [more] = await readPullRequestFiles(client, { nodeIds: [nodeId], after: list.after });
      list = more === undefined ? cutOff(list) : append(list, more.files);
    } catch (thrown) {
      if (!giveUp || !isTooMuch(thrown)) throw thrown;
      list = cutOff(list);
    }
  }
  return list;
}

const nothing: Connection<FileRecord> = { items: [], total: undefined, isComplete: false };

const cutOff = ({ items, total }: Connection<FileRecord>): Connection<FileRecord> => ({
  items,
  total,
  isComplete: false,
  unavailableReason: 'cut-off',
});

/** A last page alone never matches GitHub's total; with those before it, it may. */
function append(held: Connection<FileRecord>, more: Connection<FileRecord>): Connection<FileRecord> {
  const items = [...held.items, ...more.items];
  const isWhole = more.unavailableReason === 'count-differs' && items.length === more.total;
  if (isWhole) return { items, total: more.total, isComplete: true };
  return { ...more, items };
}

const isTooMuch = (thrown: unknown): boolean =>
  thrown instanceof GitHubFailure && (thrown.kind === 'timeout' || thrown.kind === 'resource-limit');
