/** What a connection reads. */
export interface RepositoryChoice {
  readonly repositoryChoice: 'all' | 'some';
  readonly includesArchived: boolean;
  readonly includesForks: boolean;
  /** For the choice `some`: GitHub ids. */
  readonly chosen: ReadonlySet<number>;
}

interface Listed {
  readonly githubId: number;
  readonly isArchived: boolean;
  readonly isFork: boolean;
}

/** Whether a repository is read. What was chosen by name is, whatever it is; `all` leaves out by rule. */
export function isChosen(choice: RepositoryChoice, { githubId, isArchived, isFork }: Listed): boolean {
  if (choice.repositoryChoice === 'some') return choice.chosen.has(githubId);
  if (isArchived && !choice.includesArchived) return false;
  return !isFork || choice.includesForks;
}
