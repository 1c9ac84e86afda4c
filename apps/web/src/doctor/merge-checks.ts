import { type DoctorAnswer, toDoctorSentence, toDoctorVerdict } from '@throughline/contract';

/** An answer with some of its checks asked anew; their order stays, and what all say together is said anew. */
export function mergeChecks(before: DoctorAnswer, fresh: DoctorAnswer): DoctorAnswer {
  const anew = new Map(fresh.checks.map((check) => [check.id, check]));
  const checks = before.checks.map((check) => anew.get(check.id) ?? check);
  return { ...before, checks, sentence: toDoctorSentence(checks), verdict: toDoctorVerdict(checks) };
}
