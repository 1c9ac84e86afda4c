import type { DataKind } from '@throughline/contract';

/** Lists of pull requests that are not whole in a repository that has been read to its end. */
interface ListGap {
  readonly fullName: string;
  readonly kind: DataKind;
  /** Pull requests whose lists of this kind are not all here. */
  readonly pullRequests: number;
  /** Why most of them are not, as a sentence. */
  readonly reason: string;
}

/** The lists with the larger gaps, and of how many. */
export interface ListGaps {
  readonly named: readonly ListGap[];
  readonly total: number;
}

/** A sentence a list, and how many there are beyond those that are named. */
export function toListGapSentences({ named, total }: ListGaps): readonly string[] {
  const more = total - named.length;
  const rest =
    more === 1 ? 'One more gap like these is not named.' : `${more} more gaps like these are not named.`;
  return [...named.map(toListGapSentence), ...(more > 0 ? [rest] : [])];
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
function toListGapSentence({ fullName, kind, pullRequests, reason }: ListGap): string {
  const of = pullRequests === 1 ? '1 pull request' : `${pullRequests.toLocaleString('en')} pull requests`;
  const why = reason
    .replace(/^(It|This) /, (word) => word.toLowerCase())
    .replace(' parts of it', ' parts of them');
  return `${nouns[kind]} of ${of} of ${fullName} are not all here: ${why}`;
}
