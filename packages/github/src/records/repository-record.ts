export interface RepositoryRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly name: string;
  readonly owner: string;
  readonly url: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly isEmpty: boolean;
  readonly defaultBranch: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly pushedAt: Date | undefined;
  /** Pull requests in all states; undefined when GitHub does not say (no permission). */
  readonly pullRequestTotal: number | undefined;
}
