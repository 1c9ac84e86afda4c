import type { CheckVerdict, DoctorCheck } from './doctor.ts';

/** The worst of several; what was not checked counts only where nothing else is known. */
const worstFirst: readonly CheckVerdict[] = ['broken', 'attention', 'ok', 'not-checked'];

export const toDoctorVerdict = (checks: readonly Pick<DoctorCheck, 'verdict'>[]): CheckVerdict =>
  worstFirst.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'not-checked';

const count = (amount: number): string => (amount === 1 ? '1 check' : `${amount} checks`);

/** All checks in a sentence, what is worst first. */
export function toDoctorSentence(checks: readonly Pick<DoctorCheck, 'verdict' | 'title'>[]): string {
  const titlesOf = (verdict: CheckVerdict) =>
    checks.filter((check) => check.verdict === verdict).map(({ title }) => title);
  const broken = titlesOf('broken');
  const attention = titlesOf('attention');
  const left = titlesOf('not-checked').length;
  const rest = left === 0 ? '' : ` ${left === 1 ? '1 was' : `${left} were`} not checked.`;
  if (broken.length > 0) {
    return `${listed(broken)} ${broken.length === 1 ? 'is' : 'are'} broken.${rest}`;
  }
  if (attention.length > 0) {
    return `${listed(attention)} ${attention.length === 1 ? 'needs' : 'need'} you; nothing is broken.${rest}`;
  }
  const fine = titlesOf('ok').length;
  return fine === 0 ? 'Nothing could be checked.' : `All is well: ${count(fine)} passed.${rest}`;
}

const mostNamed = 3;

function listed(titles: readonly string[]): string {
  const named = titles.slice(0, mostNamed);
  const more = titles.length - named.length;
  const parts = more === 0 ? named : [...named, `${more} more`];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
