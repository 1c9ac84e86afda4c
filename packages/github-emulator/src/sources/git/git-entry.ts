import type { ChangedFileRecord } from '../../world/model.ts';

/** One commit as git tells it; texts are decoded, dates keep their offset. */
export interface GitEntry {
  readonly oid: string;
  readonly parentOids: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
  /** Against the first parent, merges too. */
  readonly files: readonly ChangedFileRecord[];
}

export interface GitPerson {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 with offset. */
  readonly at: string;
}
