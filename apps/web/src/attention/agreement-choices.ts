import {
  type Agreement,
  type AgreementKind,
  type AgreementLimits,
  agreementLimits,
} from '@throughline/contract';
import type { Choice } from './agreement-field.tsx';

export type Choices = Readonly<Record<AgreementKind, Choice>>;

/** What a team set itself, as its form begins. */
export function toChoices(agreements: readonly Agreement[]): Choices {
  // as: the answer has an agreement of each kind
  return Object.fromEntries(agreements.map((each) => [each.kind, toChoice(each)])) as Choices;
}

function toChoice({ whose, value }: Agreement): Choice {
  const text = value === null ? '' : String(value);
  if (whose !== 'own') return { mode: 'unset', text };
  return { mode: value === null ? 'none' : 'limit', text };
}

/** What is to be set. A text that is no number becomes NaN, which the schema refuses in words. */
export function toLimits(choices: Choices): AgreementLimits {
  const given = Object.entries(choices).flatMap(([kind, { mode, text }]) => {
    if (mode === 'unset') return [];
    return [[kind, mode === 'none' ? null : toValue(kind, text)] as const];
  });
  return Object.fromEntries(given);
}

const toValue = (kind: string, text: string): number => {
  if (kind === 'unreviewed') return 0;
  return text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', ''));
};

/** What a kind needs before it can be kept, by kind. */
export function findLimitNeeds(choices: Choices): Readonly<Partial<Record<string, string>>> {
  const parsed = agreementLimits.safeParse(toLimits(choices));
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message, code }) => [
      String(path[0]),
      code === 'invalid_type' || code === 'invalid_union' ? 'Enter a whole number.' : message,
    ]),
  );
}
