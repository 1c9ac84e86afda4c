import type { Agreement } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';

type Kind = Agreement['kind'];

/** What is agreed on, as its field is called. */
export const agreementNames: Readonly<Record<Kind, string>> = {
  'first-review': 'First review within',
  're-review': 'New commits are reviewed within',
  'changes-requested': 'Requested changes are answered within',
  'not-merged': 'Approved is merged within',
  'open-too-long': 'Open at most',
  oversized: 'Lines changed, at most',
  unreviewed: 'Merged without a review',
};

/** What exactly is counted. */
export const agreementNotes: Readonly<Record<Kind, string>> = {
  'first-review': 'From when it is ready for review until somebody else who is no bot answers.',
  're-review': 'From new commits, or a reply, after a review until the next one.',
  'changes-requested': 'From a request for changes, or another answer, until the author acts.',
  'not-merged': 'From the last approval until it is merged.',
  'open-too-long': 'From when it is ready for review until it is merged or closed.',
  oversized: 'Lines added and removed, as GitHub counts them.',
  unreviewed: 'Nobody else said a word before the merge.',
};

/** A limit in words: "24 h", "1,000 lines", "none", "no limit". */
export function toValueWords({ kind, unit }: Pick<Agreement, 'kind' | 'unit'>, value: number | null): string {
  if (kind === 'unreviewed') return value === null ? 'allowed' : 'none';
  if (value === null) return 'no limit';
  switch (unit) {
    case 'hours':
      return `${toNumber(value)} h`;
    case 'days':
      return `${toNumber(value)} d`;
    default:
      return toNumber(value);
  }
}

/** Whose a limit is: "Payments’ own", "as Commerce", "Throughline’s own, nobody set one". */
export function toWhoseWords({ whose, setBy, byName }: Agreement): string {
  if (whose === 'own') return byName === undefined ? 'the team’s own' : `the team’s own, set by ${byName}`;
  return whose === 'above' && setBy !== undefined
    ? `as ${setBy.name}, the team above`
    : 'Throughline’s own, for nobody set one';
}
