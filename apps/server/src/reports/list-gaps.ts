import type { DataKind } from '@throughline/contract';

/** Lists of pull requests that are not whole in a repository that has been read to its end. */
export interface ListGap {
  readonly fullName: string;
  readonly kind: DataKind;
  /** Pull requests whose lists of this kind are not all here. */
  readonly pullRequests: number;
  /** Why most of them are not, as a sentence. */
  readonly reason: string;
}

const nouns: Readonly<Record<DataKind, string>> = {
  'pull-requests': 'Data',
  reviews: 'Reviews',
  comments: 'Comments',
  commits: 'Commits',
  files: 'Files',
  events: 'Events',
  details: 'Labels and assignees',
};

/** `Reviews of 3 pull requests of acme/api are not all here: GitHub left parts of them out.` */
export function toListGapSentence({ fullName, kind, pullRequests, reason }: ListGap): string {
  const of = pullRequests === 1 ? '1 pull request' : `${pullRequests.toLocaleString('en')} pull requests`;
  const why = reason
    .replace(/^(It|This) /, (word) => word.toLowerCase())
    .replace(' parts of it', ' parts of them');
  return `${nouns[kind]} of ${of} of ${fullName} are not all here: ${why}`;
}
