/** Why data are missing, and what to do about it, by the cause that `v_pull_request_part` and the quarantine name. */
const gapWords: Readonly<Record<string, { readonly text: string; readonly repair: string }>> = {
  forbidden: {
    text: 'This token may not read it.',
    repair:
      'Give the token the permission that its connection’s page names, then repair. It is tried again once a week anyway.',
  },
  gone: {
    text: 'GitHub no longer has it.',
    repair: 'Nothing can bring it back. What was read before stays.',
  },
  'cut-off': {
    text: 'GitHub left parts of it out, as it does where an answer grows too large.',
    repair: 'It is asked for again by itself, the next day at first, then more rarely. Repair asks now.',
  },
  unreadable: {
    text: 'GitHub’s answer could not be read.',
    repair: 'It is asked for again by itself, the next day at first, then more rarely. Repair asks now.',
  },
  'count-differs': {
    text: 'GitHub counts another number than it shows.',
    repair: 'It is asked for again by itself, the next day at first, then more rarely. Repair asks now.',
  },
  'not-read': {
    text: 'It has not been read yet.',
    repair: 'Nothing for you to do: it follows by itself.',
  },
  'not-offered': {
    text: 'This version of GitHub Enterprise Server does not have it.',
    repair: 'A newer version may. Once it is there, read the repository again.',
  },
};

/** Fields of a pull request itself: what a reader does not know without them. */
const fieldWords: Readonly<Record<string, string>> = {
  author: 'who wrote it',
  'merged-by': 'who merged it',
  'merge-commit': 'which commit merged it',
  'review-decision': 'whether its reviews suffice',
  'head-repository': 'which fork it comes from',
};

/**
 * A cause that only a newer version knows is told as what it is. Of `parts`, the lists and fields that are missing for it,
 * fields are named.
 */
export function toGapWords(
  cause: string,
  parts: readonly string[] = [],
): { readonly text: string; readonly repair: string } {
  const words = gapWords[cause] ?? {
    text: `It is missing: ${cause}.`,
    repair: 'Repair asks for it again now.',
  };
  const fields = parts.flatMap((part) => fieldWords[part] ?? []).toSorted();
  if (fields.length === 0) return words;
  const isAlone = fields.length === parts.length;
  const text = `${words.text} ${isAlone ? 'Not known' : 'Not known either'}: ${fields.join(', ')}.`;
  return { ...words, text };
}
