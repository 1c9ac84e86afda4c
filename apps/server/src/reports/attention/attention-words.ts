import { toAgeWords, toNameWords } from './age-words.ts';
import { agreementTerms } from './agreements.data.ts';
import { type Attention, type AttentionKind, agreementOf } from './judge-attention.ts';
import type { Turn } from './judge-waiting.ts';
import type { Limit } from './limits.ts';

/** For whom the sentence is: the author, somebody whose review is waited for, or anybody else. */
export type Part = 'author' | 'reviewer' | 'other';

export interface Telling {
  readonly part: Part;
  readonly now: Date;
  /** Whose part it is, where the reader is somebody else. */
  readonly name?: string | undefined;
  /** True where the reader is one of those whose turn it is. */
  readonly isAsked?: boolean;
  /** Lines added and removed, for what is told of the size. */
  readonly lines?: number | undefined;
}

/** What is said of it, each part without its full stop. */
export interface AttentionWords {
  /** "a review was asked of you 26 h ago" */
  readonly cause: string;
  /** "Payments agreed on 24 h; that was 2 h ago" */
  readonly until: string;
  /** "You can review it on GitHub" */
  readonly nextStep: string;
  /** The whole: "Waiting because a review was asked of you 26 h ago. … You can review it on GitHub." */
  readonly sentence: string;
}

/** The one source of words for what waits: cause, until when, what the reader can do. */
export function toAttentionWords(attention: Attention, telling: Telling): AttentionWords {
  const cause = causes[attention.kind](attention, telling);
  const until = toUntil(attention, telling.now);
  const nextStep = toNextStep(attention, telling);
  const opening = isWaiting(attention.kind) ? `Waiting because ${cause}` : toCapital(cause);
  return { cause, until, nextStep, sentence: `${opening}. ${until}. ${nextStep}.` };
}

type ToCause = (attention: Attention, telling: Telling) => string;

const toAge = ({ sinceAt }: Attention, { now }: Telling): string =>
  toAgeWords(now.getTime() - sinceAt.getTime());

const causes: Readonly<Record<AttentionKind, ToCause>> = {
  'first-review': (attention, telling) => {
    const age = toAge(attention, telling);
    if (telling.part === 'reviewer') return `a review was asked of ${telling.name ?? 'you'} ${age} ago`;
    const { turn } = attention;
    const asked =
      turn.kind === 'reviewers' ? `; it was asked of ${toNameWords(turn.names)}` : '; nobody was asked';
    return `it has had no review since it was ready ${age} ago${asked}`;
  },
  're-review': (attention, telling) => {
    const came = `new commits came ${toAge(attention, telling)} ago`;
    return `${came}, after ${toWhoseReview(telling)}`;
  },
  'another-review': (attention, telling) =>
    `the last review came ${toAge(attention, telling)} ago, and its branch asks for another approval`,
  reply: (attention, telling) => `a reply to ${toWhoseReview(telling)} came ${toAge(attention, telling)} ago`,
  'changes-requested': (attention, telling) =>
    `changes were requested, and nothing came since for ${toAge(attention, telling)}`,
  answer: (attention, telling) =>
    `a response came ${toAge(attention, telling)} ago, and no answer to it${telling.part === 'author' ? ` from ${telling.name ?? 'you'}` : ''} yet`,
  'not-merged': (attention, telling) => `it was approved ${toAge(attention, telling)} ago and is not merged`,
  'open-too-long': (attention, telling) => `open for ${toAge(attention, telling)}`,
  oversized: (_, { lines = 0 }) => `${lines.toLocaleString('en')} lines`,
  unreviewed: (attention, telling) => `merged ${toAge(attention, telling)} ago without a review`,
};

function toWhoseReview({ part, name }: Telling): string {
  if (part !== 'reviewer') return 'the last review';
  return name === undefined ? 'your review' : `${name}’s review`;
}

function isWaiting(kind: AttentionKind): boolean {
  return kind !== 'open-too-long' && kind !== 'oversized' && kind !== 'unreviewed';
}

/** Whose limit, how much, and how far off or how long past. */
function toUntil({ kind, limit, beyondAt }: Attention, now: Date): string {
  const said = toLimitWords(kind, limit);
  if (beyondAt === undefined || !isTimed(kind)) return said;
  const leftMs = beyondAt.getTime() - now.getTime();
  return leftMs > 0
    ? `${said}; ${toAgeWords(leftMs)} are left`
    : `${said}; that was ${toAgeWords(-leftMs)} ago`;
}

const isTimed = (kind: AttentionKind): boolean => {
  const { unit } = agreementTerms[agreementOf[kind]];
  return unit === 'hours' || unit === 'days';
};

/** "Payments agreed on 24 h", "Throughline’s own limit is 1,000 lines", "Payments set no limit". */
export function toLimitWords(kind: AttentionKind, { value, setBy }: Limit): string {
  const { unit } = agreementTerms[agreementOf[kind]];
  if (value === null) return setBy === undefined ? 'There is no limit' : `${setBy.name} set no limit`;
  if (unit === 'none') {
    return setBy === undefined
      ? 'By Throughline’s own limit all is reviewed before it is merged'
      : `${setBy.name} agreed that all is reviewed before it is merged`;
  }
  const amount = amounts[unit](value);
  return setBy === undefined ? `Throughline’s own limit is ${amount}` : `${setBy.name} agreed on ${amount}`;
}

const amounts: Readonly<Record<'hours' | 'days' | 'lines', (value: number) => string>> = {
  hours: (value) => (value > 72 && value % 24 === 0 ? `${value / 24} d` : `${value} h`),
  days: (value) => `${value} d`,
  lines: (value) => `${value.toLocaleString('en')} lines`,
};

const todos: Readonly<Partial<Record<AttentionKind, string>>> = {
  'changes-requested': 'You can push the changes, or answer, on GitHub',
  answer: 'You can answer on GitHub',
  'not-merged': 'You can merge it on GitHub',
  'open-too-long': 'You can finish it, or close it, on GitHub',
  oversized: 'You can split it',
  unreviewed: 'You can ask for a review after the merge',
};

/** Of somebody else's part there is nothing to do. */
function toNextStep({ kind, turn }: Attention, { part, name, isAsked = false }: Telling): string {
  if (name === undefined) {
    if (isTurnOf(turn, part) || isAsked) return todos[kind] ?? 'You can review it on GitHub';
    if (part === 'author' && turn.kind === 'anybody') return 'You can ask somebody for a review on GitHub';
  }
  return 'Nothing for you to do';
}

function isTurnOf(turn: Turn, part: Part): boolean {
  if (turn.kind === 'author') return part === 'author';
  return part === 'reviewer' || (turn.kind === 'anybody' && part === 'other');
}

const toCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
