/** How the list that GitHub shows now relates to the one it showed before. */
export interface ListComparison {
  /** Shown before. */
  readonly known: number;
  /** Of those, missing now. */
  readonly missing: number;
  /** Every repository that GitHub counts was shown. */
  readonly isWhole: boolean;
  /** Somebody looked at the gap and asked to go on. */
  readonly isConfirmed: boolean;
}

export type ListVerdict =
  /** What is missing is gone. */
  | { readonly kind: 'whole' }
  /** It says nothing about what is missing. */
  | { readonly kind: 'incomplete' }
  /** So much is missing at once that a right was rather taken away than repositories deleted. */
  | { readonly kind: 'suspicious'; readonly text: string };

/** A single repository may be deleted; more than half of several at once is a token that sees less. */
const mostMissingShare = 0.5;

/** Whether the repositories that a list lacks are gone. A list read well may still be one of a token with less rights. */
export function judgeList({ known, missing, isWhole, isConfirmed }: ListComparison): ListVerdict {
  if (!isWhole) return { kind: 'incomplete' };
  const isMuch = missing > 1 && missing > known * mostMissingShare;
  if (!isMuch || isConfirmed) return { kind: 'whole' };
  return {
    kind: 'suspicious',
    text:
      `GitHub now shows ${known - missing} of the ${known} repositories it showed before, so this token may have lost ` +
      'a right. Nothing was removed here. Give the token its rights back and test again; if the repositories are ' +
      'really gone, press Sync now.',
  };
}
