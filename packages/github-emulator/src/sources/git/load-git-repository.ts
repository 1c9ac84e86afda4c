import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { createAccount } from '../../world/create-account.ts';
import { createRepositorySource, type NumberedThings } from '../../world/create-repository-source.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type { AccountRecord, OrganisationRecord, PullRequestRecord, WorldSource } from '../../world/model.ts';
import { createRepositoryKeys, toSlot } from '../../world/repository-keys.ts';
import { findMergedPulls, type MergedPull } from './find-merged-pulls.ts';
import { createGitAccounts, type GitAccounts } from './git-accounts.ts';
import type { GitEntry } from './git-entry.ts';
import { type GitPlace, toCommit, toOpenings, toPullRequest } from './git-records.ts';
import { parseCoAuthors } from './parse-co-authors.ts';
import { gitLogArguments, parseGitLog } from './parse-git-log.ts';
import { readGit, streamGit } from './run-git.ts';

export interface GitRepositoryName {
  /** An organisation of this login is made, or joined to one another source brings. */
  readonly owner: string;
  readonly name: string;
  /** The newest commits read, 50,000 unless told; older history is left out. Measured: 4,857 commits in 0.9 s. */
  readonly maxCommits?: number;
}

/**
 * A local git repository: the history of its HEAD and the merged pull requests it names, by one streaming `git log`. Throws when `path` is
 * no git repository; an empty one, or one that names no pull request, is fine.
 */
export async function loadGitRepository(path: string, named: GitRepositoryName): Promise<WorldSource> {
  const head = await readHead(path);
  const entries = head.isEmpty ? [] : await readEntries(path, named.maxCommits ?? 50_000);
  return toGitSource(entries, { ...named, branch: head.branch, cutOids: await readCutOids(path) });
}

interface GitHistory extends GitRepositoryName {
  readonly branch: string;
  readonly cutOids: ReadonlySet<string>;
}

function toGitSource(entries: readonly GitEntry[], history: GitHistory): WorldSource {
  const people = entries.flatMap(({ author, committer, message }) => [
    author,
    committer,
    ...parseCoAuthors(message, ''),
  ]);
  const accounts = createGitAccounts(people.toReversed());
  const owner = createAccount({ kind: 'Organization', login: history.owner });
  const keys = createRepositoryKeys(toSlot(`${history.owner}/${history.name}`));
  const place: GitPlace = { ...history, keys, accounts, owner };
  const byOid = new Map(entries.map((entry) => [entry.oid, entry]));
  return {
    accounts: accounts.all,
    organisations: [toOrganisation(owner, accounts, entries)],
    repositories: [
      createRepositorySource({
        record: toRecord(place, entries),
        labels: [],
        pulls: toPulls(place, findMergedPulls(entries)),
        issues: {
          count: 0,
          numberAt: () => 0,
          outline: () => ({ state: 'OPEN', updatedAtSeconds: 0 }),
          find: () => undefined,
        },
        commit(oid) {
          const entry = byOid.get(oid);
          return entry && toCommit(place, entry);
        },
        countHistory: () => entries.length,
        listHistory: ({ skip, first }) =>
          entries.slice(skip, skip + first).map((entry) => toCommit(place, entry)),
      }),
    ],
  };
}

function toPulls(place: GitPlace, pulls: readonly MergedPull[]): NumberedThings<PullRequestRecord, 'MERGED'> {
  const openings = toOpenings(pulls);
  const places = new Map(pulls.map(({ number }, index) => [number, index]));
  return {
    count: pulls.length,
    numberAt: (index) => pulls[index]?.number ?? 0,
    outline: (number) => {
      const pull = pulls[places.get(number) ?? -1];
      return {
        state: 'MERGED',
        updatedAtSeconds: pull === undefined ? 0 : toSeconds(pull.merge.committer.at),
      };
    },
    find(number) {
      const index = places.get(number) ?? -1;
      const pull = pulls[index];
      return pull && toPullRequest(place, pull, openings[index] ?? 0);
    },
  };
}

function toRecord({ keys, owner, name, branch }: GitPlace, entries: readonly GitEntry[]) {
  const [newest] = entries;
  const newestAt = newest === undefined ? '2020-01-01T00:00:00Z' : toInstant(toSeconds(newest.committer.at));
  const oldestAt = toInstant(toSeconds(entries.at(-1)?.committer.at ?? newestAt));
  return {
    id: keys.repositoryId,
    nodeId: keys.repositoryNodeId,
    owner,
    name,
    formerNames: [],
    description: undefined,
    visibility: 'PRIVATE' as const,
    isArchived: false,
    isFork: false,
    parent: undefined,
    defaultBranch: newest && { name: branch, oid: newest.oid },
    primaryLanguage: undefined,
    topics: [],
    createdAt: oldestAt,
    updatedAt: newestAt,
    pushedAt: newest && newestAt,
    directCollaborators: [],
  };
}

/** Everybody with an account is a member; the one with the most commits administers it. */
function toOrganisation(
  owner: AccountRecord,
  accounts: GitAccounts,
  entries: readonly GitEntry[],
): OrganisationRecord {
  const counts = new Map<AccountRecord | undefined, number>();
  for (const { author } of entries) {
    const account = accounts.find(author);
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  const members = accounts.all.filter(({ kind }) => kind === 'User');
  const most = members.toSorted((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0))[0];
  return {
    account: owner,
    description: undefined,
    basePermission: 'READ',
    members: members.map((account) => ({ account, role: account === most ? 'ADMIN' : 'MEMBER' })),
    teams: [],
  };
}

async function readEntries(path: string, maxCommits: number): Promise<readonly GitEntry[]> {
  const output = streamGit(path, [...gitLogArguments, `--max-count=${maxCommits}`, 'HEAD', '--']);
  return Array.fromAsync(parseGitLog(output));
}

/** A detached HEAD, as continuous integration checks out, has no branch name; it is called main. */
async function readHead(path: string): Promise<{ readonly isEmpty: boolean; readonly branch: string }> {
  const branch = await readGit(path, ['rev-parse', '--symbolic-full-name', 'HEAD']).catch(() => undefined);
  if (branch === undefined) return { isEmpty: await isEmptyRepository(path), branch: 'main' };
  return {
    isEmpty: false,
    branch: branch.startsWith('refs/heads/') ? branch.slice('refs/heads/'.length) : 'main',
  };
}

async function isEmptyRepository(path: string): Promise<true> {
  await readGit(path, ['rev-parse', '--git-dir']);
  return true;
}

/** The commits at which a shallow clone was cut off. */
async function readCutOids(path: string): Promise<ReadonlySet<string>> {
  const file = await readGit(path, ['rev-parse', '--git-path', 'shallow']);
  const text = await readFile(isAbsolute(file) ? file : join(resolve(path), file), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}
