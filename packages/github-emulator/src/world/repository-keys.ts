import { createHash } from 'node:crypto';
import { toNodeId } from './node-id.ts';

/** The two ids GitHub gives every object. */
export interface Identity {
  readonly id: number;
  readonly nodeId: string;
}

/**
 * Ids of everything in a repository, derived from its slot, the pull request's number and the child's ordinal. A slot
 * is below 2^21, a number below 2^21 and an ordinal below 2^11, so that every id is a safe integer. Most are above 2^31, as
 * GitHub's are by now: clients need `fullDatabaseId`. Of a number below 2^17 ordinals go up to 2^14: those from 2^11 on
 * take the ids of numbers from 2^20 on, which such a repository does not have.
 */
export interface RepositoryKeys {
  readonly repositoryId: number;
  readonly repositoryNodeId: string;
  commitNodeId(oid: string): string;
  label(ordinal: number): Identity;
  issue(number: number): Identity;
  pullRequest(number: number): Identity;
  review(number: number, ordinal: number): Identity;
  thread(number: number, ordinal: number): Identity;
  reviewComment(number: number, place: ReviewCommentPlace): Identity;
  comment(number: number, ordinal: number): Identity;
  event(number: number, ordinal: number): Identity;
}

/** Where a review comment is: its thread, its place there, and its place among all review comments; from 0. */
export interface ReviewCommentPlace {
  readonly thread: number;
  readonly ordinal: number;
  readonly index: number;
}

export const slotCount = 2 ** 21;
const firstRepositoryId = 900_000_000;
const ordinalCount = 2 ** 11;
const numberCount = 2 ** 21;
/** Where the ordinals of long lists begin, and how many runs of them a number has. */
const longFrom = 2 ** 20;
const longRuns = 8;

/** A slot that depends on the full name alone. Two names rarely meet; `createWorld` refuses them if they do. */
export function toSlot(fullName: string): number {
  return createHash('sha1').update(fullName.toLowerCase()).digest().readUInt32BE(0) % slotCount;
}

export function createRepositoryKeys(slot: number, repositoryId = firstRepositoryId + slot): RepositoryKeys {
  const toId = (number: number, ordinal: number): number => {
    const run = Math.floor(ordinal / ordinalCount);
    const row = run === 0 ? number : longFrom + number * longRuns + run;
    if (run >= longRuns || row >= numberCount)
      throw new RangeError(`No id for child ${ordinal} of ${number}.`);
    return slot * 2 ** 32 + row * ordinalCount + (ordinal % ordinalCount);
  };
  const child = (kind: 'review' | 'thread' | 'comment' | 'event') => (number: number, ordinal: number) => ({
    id: toId(number, ordinal),
    nodeId: toNodeId({ kind, repositoryId, number, ordinal }),
  });
  return {
    repositoryId,
    repositoryNodeId: toNodeId({ kind: 'repository', repositoryId }),
    commitNodeId: (oid) => toNodeId({ kind: 'commit', repositoryId, oid }),
    label: (ordinal) => ({
      id: toId(0, ordinal),
      nodeId: toNodeId({ kind: 'label', repositoryId, ordinal }),
    }),
    issue: (number) => ({ id: toId(number, 0), nodeId: toNodeId({ kind: 'issue', repositoryId, number }) }),
    pullRequest: (number) => ({
      id: toId(number, 0),
      nodeId: toNodeId({ kind: 'pullRequest', repositoryId, number }),
    }),
    review: child('review'),
    thread: child('thread'),
    comment: child('comment'),
    event: child('event'),
    reviewComment: (number, { thread, ordinal, index }) => ({
      id: toId(number, index),
      nodeId: toNodeId({ kind: 'reviewComment', repositoryId, number, thread, ordinal }),
    }),
  };
}
