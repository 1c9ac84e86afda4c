import type { Sql } from '../platform/sql/index.ts';
import { recordChanges } from './changes.sql.ts';
import { compareInstants } from './content.ts';
import type { FileFacts, ListFacts, PullRequestContent, PullRequestFacts } from './facts.ts';
import { loadHeld } from './load-held.sql.ts';
import { isChanged, mergePullRequest } from './merge-pull-request.ts';
import { lockRepository } from './repositories.sql.ts';
import { type DecidedChange, writeChanges } from './write-changes.sql.ts';

/** Pull requests of one repository as answers showed them, each number once. */
export interface PullRequestBatch {
  readonly repositoryId: number;
  readonly pullRequests: readonly PullRequestFacts[];
}

/** What a batch did, as numbers of pull requests. */
export interface WriteResult {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly unchanged: readonly number[];
  /** Seen in two contents under one version: nothing was decided, ask GitHub again. */
  readonly contradicted: readonly number[];
}

/**
 * The one way pull requests come into the database. Older never overwrites newer, what did not change is not written,
 * and each pull request that did stands in the change feed of the same transaction. The accounts named must be there.
 */
export async function writePullRequests(
  tx: Sql,
  { repositoryId, pullRequests }: PullRequestBatch,
): Promise<WriteResult> {
  await lockRepository(tx, repositoryId);
  const held = await loadHeld(
    tx,
    repositoryId,
    pullRequests.map(({ number }) => number),
  );
  const decided = pullRequests.map((facts) => decide(facts, held.get(facts.number)));
  await write(tx, repositoryId, decided);
  return toResult(decided);
}

async function write(tx: Sql, repositoryId: number, decided: readonly DecidedChange[]): Promise<void> {
  const written = decided.filter(({ change }) => isChanged(change));
  await writeChanges(tx, repositoryId, decided);
  await recordChanges(
    tx,
    written.map(({ change }) => ({ repositoryId, entity: 'pull-request', key: String(change.number) })),
  );
}

/** The files of pull requests that are held, read by a question of their own. */
export interface FilesBatch {
  readonly repositoryId: number;
  readonly files: readonly {
    readonly number: number;
    readonly observedAt: Date;
    /** Of the pull request when its files were listed. */
    readonly version: Date;
    readonly list: ListFacts<FileFacts>;
    /** Undefined: GitHub does not know. */
    readonly size: Pick<PullRequestContent, 'additions' | 'deletions' | 'changedFiles'> | undefined;
  }[];
}

/**
 * Writes the files of pull requests beside what else is held of them. Returns the numbers of those it was: one that has
 * changed at GitHub since it was read is not among them.
 */
export async function writeFiles(tx: Sql, { repositoryId, files }: FilesBatch): Promise<readonly number[]> {
  await lockRepository(tx, repositoryId);
  const numbers = files.map(({ number }) => number);
  const held = await loadHeld(tx, repositoryId, numbers, ['files']);
  const decided = files.flatMap(({ number, version, observedAt, list, size }): readonly DecidedChange[] => {
    const before = held.get(number);
    if (before === undefined || compareInstants(version, before.row.version) !== 0) return [];
    const content = { ...before.row.content, ...size };
    const lists = { ...noLists, files: list };
    const seen = { number, version, observedAt, isLookup: false };
    const others = { untold: undefined, events: undefined, commits: [] };
    return [decide({ ...seen, ...others, content, lists }, before)];
  });
  await write(tx, repositoryId, decided);
  return decided.map(({ change }) => change.number);
}

const noLists: PullRequestFacts['lists'] = {
  labels: undefined,
  assignees: undefined,
  'review-requests': undefined,
  reviews: undefined,
  threads: undefined,
  'review-comments': undefined,
  comments: undefined,
  commits: undefined,
  files: undefined,
  'closing-issues': undefined,
};

const decide = (facts: PullRequestFacts, held: DecidedChange['held']): DecidedChange => ({
  change: mergePullRequest(held, facts),
  held,
  commits: facts.commits,
  observedAt: facts.observedAt,
});

function toResult(decided: readonly DecidedChange[]): WriteResult {
  const pick = (isPicked: (one: DecidedChange) => boolean): readonly number[] =>
    decided.filter(isPicked).map(({ change }) => change.number);
  return {
    added: pick(({ held }) => held === undefined),
    changed: pick(({ held, change }) => held !== undefined && isChanged(change)),
    unchanged: pick(({ change }) => !isChanged(change)),
    contradicted: pick(({ change }) => change.isContradicted),
  };
}

/** Marks pull requests that GitHub answered it does not have, while their repository was there. Returns those it marked. */
export async function markPullRequestsGone(
  tx: Sql,
  gone: { readonly repositoryId: number; readonly numbers: readonly number[]; readonly observedAt: Date },
): Promise<readonly number[]> {
  await lockRepository(tx, gone.repositoryId);
  const rows = await tx.query<{ number: number }>(
    `update pull_request
     set gone_at = $3::timestamptz
     where repository_id = $1::bigint
       and number = any($2::integer[])
       and observed_at < $3::timestamptz
       and gone_at is null
     returning number`,
    [gone.repositoryId, gone.numbers, gone.observedAt],
  );
  await recordChanges(
    tx,
    rows.map(({ number }) => ({
      repositoryId: gone.repositoryId,
      entity: 'pull-request',
      key: String(number),
    })),
  );
  return rows.map(({ number }) => number);
}
