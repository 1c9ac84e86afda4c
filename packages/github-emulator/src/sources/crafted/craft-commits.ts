import { toInstant } from '../../world/instant.ts';
import type { CommitRecord, GitSignatureRecord, PullRequestRecord } from '../../world/model.ts';
import type { CraftedCommit, Login } from './craft-spec.ts';
import type { Crafting } from './crafting.ts';

export interface CommitPlace {
  readonly number: number;
  readonly author: Login;
  readonly createdAtSeconds: number;
}

/** A pull request's commits, each on top of the one before, ten minutes apart, the last when it was opened. */
export function craftCommits(
  crafting: Crafting,
  place: CommitPlace,
  spec: number | readonly CraftedCommit[],
): readonly CommitRecord[] {
  const commits: readonly CraftedCommit[] =
    typeof spec === 'number' ? Array.from({ length: spec }, () => ({})) : spec;
  const oids = commits.map((commit, ordinal) => commit.oid ?? crafting.oid(place.number, 'commit', ordinal));
  return commits.map((commit, ordinal) => {
    const atSeconds = place.createdAtSeconds - (commits.length - 1 - ordinal) * 600;
    const author = craftSignature(
      crafting,
      commit.author ?? place.author,
      commit.at ?? toInstant(atSeconds),
      commit,
    );
    const oid = oids[ordinal] ?? '';
    return {
      oid,
      nodeId: crafting.keys.commitNodeId(oid),
      message: commit.message ?? `Change ${ordinal + 1}`,
      author,
      committer: author,
      coAuthors: (commit.coAuthors ?? []).map((login) => craftSignature(crafting, login, author.at)),
      additions: commit.additions ?? 10,
      deletions: commit.deletions ?? 2,
      changedFiles: commit.changedFiles ?? 1,
      parentOids: [oids[ordinal - 1] ?? crafting.oid('base', place.number)],
    };
  });
}

/** The commit that merged a pull request, which can be found where its own commits can. */
export function craftMerge(
  crafting: Crafting,
  { mergeCommitOid, mergedAt, mergedBy, number, commits }: PullRequestRecord,
): readonly CommitRecord[] {
  const head = commits.at(-1);
  if (mergeCommitOid === undefined || mergedAt === undefined || head === undefined) return [];
  const committer = craftSignature(crafting, mergedBy?.login ?? 'ghost', mergedAt);
  return [
    {
      oid: mergeCommitOid,
      nodeId: crafting.keys.commitNodeId(mergeCommitOid),
      message: `Merge pull request #${number}`,
      author: committer,
      committer,
      coAuthors: [],
      additions: undefined,
      deletions: undefined,
      changedFiles: undefined,
      parentOids: [crafting.oid('base', number), head.oid],
    },
  ];
}

function craftSignature(
  crafting: Crafting,
  login: Login,
  at: string,
  written: Pick<CraftedCommit, 'name' | 'email'> = {},
): GitSignatureRecord {
  const account = crafting.account(login);
  return {
    name: written.name ?? account?.name ?? account?.login ?? 'Somebody Else',
    email: written.email ?? account?.verifiedEmails[0] ?? 'somebody@else.example',
    at,
    account,
  };
}
