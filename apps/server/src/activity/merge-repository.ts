import { compareInstants, isSameContent, laterOf } from './content.ts';
import { judgeByVersion } from './list-rule.ts';

/** A repository as one answer showed it. */
export interface RepositoryFacts {
  readonly githubId: number;
  readonly nodeId: string;
  readonly ownerLogin: string;
  readonly name: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly defaultBranch: string | undefined;
  /** Moves on without a new version. */
  readonly pushedAt: Date | undefined;
  readonly version: Date;
  /** Asked again because two contents had been seen under one version: this one decides. */
  readonly isLookup: boolean;
}

export interface HeldRepository extends Omit<RepositoryFacts, 'isLookup'> {
  readonly repositoryId: number;
  readonly organisationId: number;
  readonly observedAt: Date;
  readonly goneAt: Date | undefined;
}

/** In which organisation and when repositories were seen. */
export interface RepositorySighting {
  readonly organisationId: number;
  readonly observedAt: Date;
}

export type RepositoryRow = Omit<HeldRepository, 'repositoryId'>;

export interface RepositoryChange {
  /** The row to be written; undefined: as it is. */
  readonly row: RepositoryRow | undefined;
  readonly isContradicted: boolean;
}

/** Merges a repository as seen into what is held. A new name or owner is the same repository: its id decides. */
export function mergeRepository(
  held: HeldRepository | undefined,
  { isLookup, ...facts }: RepositoryFacts,
  { organisationId, observedAt }: RepositorySighting,
): RepositoryChange {
  const seen = { ...facts, organisationId, observedAt, goneAt: undefined };
  if (held === undefined) return { row: seen, isContradicted: false };
  const { repositoryId: _repositoryId, ...before } = held;
  const order = compareInstants(seen.version, held.version);
  const isLater = seen.observedAt > held.observedAt;
  const isEqual = isSameContent(toCompared(seen), toCompared(before));
  const verdict = isEqual ? 'keep' : judgeByVersion({ version: order, isLater, isLookup });
  const row = {
    ...(verdict === 'take' ? seen : before),
    pushedAt: findLaterPush(held.pushedAt, seen.pushedAt),
    goneAt: held.goneAt !== undefined && seen.observedAt > held.goneAt ? undefined : held.goneAt,
  };
  return {
    row: isSameContent(row, before) ? undefined : row,
    isContradicted: verdict === 'contradiction',
  };
}

/** What a version is about; the rest moves on by itself. */
const toCompared = (row: RepositoryRow): object => ({
  ...row,
  version: undefined,
  observedAt: undefined,
  pushedAt: undefined,
  goneAt: undefined,
});

const findLaterPush = (held: Date | undefined, seen: Date | undefined): Date | undefined => {
  if (held === undefined || seen === undefined) return held ?? seen;
  return laterOf(held, seen);
};
