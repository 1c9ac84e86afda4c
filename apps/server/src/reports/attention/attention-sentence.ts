import type { AttentionOf, Shown } from './attention-query.ts';

interface Told {
  readonly of: AttentionOf['kind'];
  /** The team's or repository's name. */
  readonly name?: string | undefined;
  readonly show: Shown;
  readonly total: number;
  /** True where gaps make it "at least". */
  readonly isAtLeast: boolean;
  /** True where nobody knows which work is the reader's. */
  readonly isUnlinked?: boolean;
  /** Of each thing whether a team agreed on its limit; of none, whether a team that is asked about agreed on any. */
  readonly agreed?: readonly boolean[];
}

/** What a list of what waits answers, in one sentence. */
export function toAttentionSentence(told: Told): string {
  const { total, isAtLeast, isUnlinked = false } = told;
  if (isUnlinked && told.show === 'waiting') return 'What waits for you is not known yet.';
  if (total === 0) return isAtLeast ? `${toNone(told)} in what has been read.` : `${toNone(told)}.`;
  const sentence = toSome(told);
  return isAtLeast ? `At least ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
}

function toSome({ of, name, show, total, agreed }: Told): string {
  const things = `${total.toLocaleString('en')} ${total === 1 ? 'thing' : 'things'}`;
  const are = total === 1 ? 'is' : 'are';
  switch (show) {
    case 'others':
      return `${things} of yours ${total === 1 ? 'waits' : 'wait'} for others.`;
    case 'snoozed':
      return `${things} ${are} snoozed by you.`;
    case 'left-out':
      return `${things} ${are} left out.`;
    case 'waiting':
      return of === 'me'
        ? `${things} ${total === 1 ? 'waits' : 'wait'} for you.`
        : `${things} ${are} beyond ${toLimits(agreed)} in ${name ?? 'your teams'}.`;
  }
}

function toNone({ of, name, show, agreed }: Told): string {
  switch (show) {
    case 'others':
      return 'Nothing of yours waits for others';
    case 'snoozed':
      return 'Nothing is snoozed by you';
    case 'left-out':
      return 'Nothing is left out';
    case 'waiting':
      return of === 'me'
        ? 'Nothing waits for you'
        : `Nothing is beyond ${toLimits(agreed)} in ${name ?? 'your teams'}`;
  }
}

/** Nobody's agreement is named where nobody agreed. */
function toLimits(agreed: readonly boolean[] = []): string {
  if (agreed.every(Boolean)) return 'agreements';
  return agreed.some(Boolean) ? 'agreements or Throughline’s own limits' : 'Throughline’s own limits';
}
