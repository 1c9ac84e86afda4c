import type { ReadData } from '@throughline/contract';

interface DataWords {
  readonly name: string;
  /** What it is good for. */
  readonly says: string;
  /** What goes dark without it. */
  readonly dark: string;
  readonly permission: string;
}

/** Each kind of data in words: what it brings, and what goes dark without it. */
export const dataWords: Readonly<Record<ReadData, DataWords>> = {
  'pull-requests': {
    name: 'Pull requests',
    says: 'With their reviews, comments, commits and events.',
    dark: 'Without them nothing of this organisation is in lists, pages, reports and reviews of teams.',
    permission: 'repo, or Pull requests, Issues and Contents: read',
  },
  files: {
    name: 'Files of pull requests',
    says: 'Which paths a pull request changes, with lines added and removed. They cost most of the quota.',
    dark: 'Without them it stays unknown where code lands; sizes of pull requests stay, for GitHub tells those apart.',
    permission: 'repo, or Contents: read',
  },
  members: {
    name: 'Members and teams',
    says: 'Who belongs to the organisation and to which of its teams.',
    dark: 'Without them teams here no longer follow GitHub’s, and people are not suggested from its members.',
    permission: 'read:org, or Members: read',
  },
};
