/** A repository whose pull requests are not all here. */
export interface RepositoryGap {
  readonly fullName: string;
  /** Undefined until GitHub's total has been counted. */
  readonly total: number | undefined;
  readonly held: number;
  /** Pull requests that were gone past because GitHub's answers could not be read. */
  readonly unreadable: number;
  /** When it was last looked at for what is new, in words. */
  readonly readAt: string | undefined;
  /** `behind` and `unreadable` were read to their end. */
  readonly state: 'waiting' | 'reading' | 'failed' | 'paused' | 'behind' | 'unreadable' | 'ended';
  /** The day on which its organisation was disconnected, in words. */
  readonly endedOn?: string | null;
}

const namedAtMost = 3;

/** Organisations whose pull requests are switched off: a list or figure leaves them out, and says so. */
export const toSwitchedOffSentences = (
  switchedOff: readonly { readonly organisation: string; readonly sinceAt: Date }[],
): readonly string[] =>
  switchedOff.map(
    ({ organisation, sinceAt }) =>
      `Pull requests of ${organisation} are left out: they have been switched off since ${sinceAt.toISOString().slice(0, 10)}.`,
  );

/** What is missing from a list or figure, a sentence each: what, how much of it is here, and why. */
export function toGapSentences(gaps: readonly RepositoryGap[]): readonly string[] {
  const named = gaps.slice(0, namedAtMost).map(toSentence);
  const others = gaps.length - named.length;
  if (others <= 0) return named;
  return [...named, `${others} more ${others === 1 ? 'repository is' : 'repositories are'} not whole yet.`];
}

function toSentence(gap: RepositoryGap): string {
  const share = toShare(gap);
  switch (gap.state) {
    case 'waiting':
      return share === ''
        ? `${gap.fullName} has not been read yet.`
        : `${gap.fullName} waits to be read to its end${share}.`;
    case 'reading':
      return `${gap.fullName} is still being read${share}.`;
    case 'paused':
      return `Reading ${gap.fullName} is paused${share}.`;
    case 'failed':
      return `${gap.fullName} could not be read to its end${share}.`;
    case 'behind':
      return `${gap.fullName} was last read on ${gap.readAt}; what came since is missing.`;
    case 'ended':
      return `${gap.fullName} is no longer read since ${gap.endedOn}: its organisation was disconnected.`;
    case 'unreadable':
      return `${toUnreadable(gap.unreadable)} of ${gap.fullName} could not be read.`;
  }
}

const toUnreadable = (count: number): string =>
  count === 1 ? '1 pull request' : `${count.toLocaleString('en')} pull requests`;

/** In per cent rounded down, so that partial is never shown as whole. */
function toShare({ held, total }: RepositoryGap): string {
  if (total === undefined || total === 0 || held === 0) return '';
  return `: ${Math.min(99, Math.floor((100 * held) / total))} %`;
}
