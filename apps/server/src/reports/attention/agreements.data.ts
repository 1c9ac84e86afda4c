/** What teams agree on, in the order in which a pull request meets it. */
export const agreementKinds = [
  'first-review',
  're-review',
  'changes-requested',
  'not-merged',
  'open-too-long',
  'oversized',
  'unreviewed',
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

export type AgreementUnit = 'hours' | 'days' | 'lines' | 'none';

interface AgreementTerms {
  readonly unit: AgreementUnit;
  /** What holds where a team has set nothing; null is no limit. */
  readonly usual: number | null;
}

/**
 * Throughline's own limits, for teams that set none. `unreviewed` has 0 for "none may be merged without a review" and null
 * for "allowed". Hours are elapsed hours.
 */
export const agreementTerms: Readonly<Record<AgreementKind, AgreementTerms>> = {
  'first-review': { unit: 'hours', usual: 24 },
  're-review': { unit: 'hours', usual: 24 },
  'changes-requested': { unit: 'hours', usual: 72 },
  'not-merged': { unit: 'hours', usual: 48 },
  'open-too-long': { unit: 'days', usual: 5 },
  oversized: { unit: 'lines', usual: 1000 },
  unreviewed: { unit: 'none', usual: 0 },
};
