import { toAgeWords } from './age-words.ts';
import { type AttentionWords, toAttentionWords, toLimitWords } from './attention-words.ts';
import type { Ending, Exception } from './judge-exceptions.ts';

/** An exception in words: in the past tense once it is over, with the agreement beside it. */
export function toExceptionWords(exception: Exception, now: Date, lines: number | undefined): AttentionWords {
  const { kind, limit, sinceAt, ending } = exception;
  if (ending === undefined) return toAttentionWords(exception, { part: 'other', now, lines });
  const cause = toCause(exception, ending, toAgeWords(ending.at.getTime() - sinceAt.getTime()));
  const until = toLimitWords(kind, limit);
  const sentence = `${cause.charAt(0).toUpperCase()}${cause.slice(1)}. ${until}.`;
  return { cause, until, nextStep: 'Nothing for you to do', sentence };
}

function toCause({ kind }: Exception, ending: Ending, age: string): string {
  if (kind === 'not-merged') return `it was merged ${age} after its approval`;
  if (kind === 'open-too-long') return `it was open for ${age}`;
  return ending.kind === 'reviewed'
    ? `the first review came after ${age}`
    : `it was ${ending.kind} after ${age} without a review`;
}
