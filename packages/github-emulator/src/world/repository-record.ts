import type { AccountRecord, Instant, Permission } from './account-record.ts';
import type { LabelRecord } from './label-record.ts';
import type {
  AuthorAssociation,
  ConversationCommentRecord,
  HeadRepositoryRecord,
} from './pull-request-record.ts';

export interface RepositoryRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: AccountRecord;
  readonly name: string;
  /** Earlier `owner/name` pairs, which redirect here (301 over REST) as GitHub does after a rename or transfer. */
  readonly formerNames: readonly string[];
  readonly description: string | undefined;
  readonly visibility: 'PUBLIC' | 'PRIVATE' | 'INTERNAL';
  readonly isArchived: boolean;
  readonly isFork: boolean;
  /** What a fork was made from; need not be in the world. */
  readonly parent: HeadRepositoryRecord | undefined;
  /** undefined: an empty repository. */
  readonly defaultBranch: DefaultBranchRecord | undefined;
  readonly primaryLanguage: string | undefined;
  readonly topics: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly pushedAt: Instant | undefined;
  /** People given access to this repository itself, beside teams and the organisation's base permission. */
  readonly directCollaborators: readonly {
    readonly account: AccountRecord;
    readonly permission: Permission;
  }[];
}

export interface DefaultBranchRecord {
  readonly name: string;
  /** undefined: not known (a recorded repository). */
  readonly oid: string | undefined;
}

export interface IssueRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string | undefined;
  readonly state: 'OPEN' | 'CLOSED';
  readonly stateReason: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | undefined;
  readonly author: AccountRecord | undefined;
  readonly authorAssociation: AuthorAssociation;
  readonly isLocked: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | undefined;
  readonly labels: readonly LabelRecord[];
  readonly assignees: readonly AccountRecord[];
  readonly comments: readonly ConversationCommentRecord[];
}
