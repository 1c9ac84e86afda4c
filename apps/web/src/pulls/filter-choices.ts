import { type PullParams, splitWords, writeWords } from '@throughline/contract';
import type { Qualifier } from './qualifiers.data.ts';

/** A value that a filter can have. */
export interface FilterChoice {
  readonly value: string;
  /** In words; the value itself unless told. */
  readonly name: string;
  /** What tells it from others, or says what it means. */
  readonly detail?: string | undefined;
}

/** A value as an address has it, wanted or not. */
export const toSigned = (value: string, isNot: boolean): string => (isNot ? `-${value}` : value);

/** Whether a value is among the filters. */
export function isChosen(params: PullParams, { name }: Qualifier, signed: string): boolean {
  if (name !== 'q') return params[name]?.includes(signed) ?? false;
  return splitWords(params['q']?.[0] ?? '').some(({ text, isNot }) => toSigned(text, isNot) === signed);
}

/**
 * The filters with a value put in, or taken out where it is there. What it contradicts goes, and so does the one before
 * where there is one at a time.
 */
export function toggleFilter(params: PullParams, qualifier: Qualifier, signed: string): PullParams {
  const { name, isSingle = false } = qualifier;
  if (name === 'q') return { ...params, q: toggleWord(params['q']?.[0] ?? '', signed) };
  const values = params[name] ?? [];
  if (values.includes(signed)) return { ...params, [name]: values.filter((value) => value !== signed) };
  if (isSingle) return { ...params, [name]: [signed] };
  const opposite = signed.startsWith('-') ? signed.slice(1) : `-${signed}`;
  return { ...params, [name]: [...values.filter((value) => value !== opposite), signed] };
}

function toggleWord(text: string, signed: string): readonly string[] {
  const words = splitWords(text);
  const left = words.filter((word) => toSigned(word.text, word.isNot) !== signed);
  if (left.length < words.length) return writeWords(left);
  const isNot = signed.startsWith('-');
  return writeWords([...words, { text: isNot ? signed.slice(1) : signed, isNot }]);
}

/** Choices that have what is typed in their name, value or detail, case aside. */
export function narrowChoices(choices: readonly FilterChoice[], typed: string): readonly FilterChoice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter((choice) =>
    [choice.name, choice.value, choice.detail ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Qualifiers that have what is typed in their words. */
export function narrowQualifiers(all: readonly Qualifier[], typed: string): readonly Qualifier[] {
  const wanted = typed.trim().toLowerCase();
  return all.filter(({ title, says, written, name }) =>
    [title, says, written, name].some((text) => text.toLowerCase().includes(wanted)),
  );
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const days = new RegExp(String.raw`^(?:[<>]=?)?${day}$|^(?:\*|${day})\.\.(?:\*|${day})$`);

const dayMs = 86_400_000;

/** Days as they are asked for most, then what is typed if it is some. `on` is today, as `2026-11-21`. */
export function listDays(on: string, typed: string): readonly FilterChoice[] {
  const ago = (count: number): string =>
    new Date(Date.parse(`${on}T00:00:00Z`) - count * dayMs).toISOString().slice(0, 10);
  const usual = [
    { value: on, name: 'Today' },
    { value: ago(1), name: 'Yesterday' },
    { value: `>=${ago(7)}`, name: 'Since 7 days ago' },
    { value: `>=${ago(30)}`, name: 'Since 30 days ago' },
    { value: `<${ago(30)}`, name: 'More than 30 days ago' },
    { value: `<${ago(90)}`, name: 'More than 90 days ago' },
  ].map((choice) => ({ ...choice, detail: choice.value }));
  const text = typed.trim();
  const given = days.test(text) ? [{ value: text, name: text }] : [];
  return [...narrowChoices(usual, text), ...given];
}

/** Days between two date fields, either of which may be empty; undefined while both are. */
export function toDays(from: string, until: string): string | undefined {
  if (from === '' && until === '') return undefined;
  if (from === '') return `<=${until}`;
  if (until === '') return `>=${from}`;
  return from === until ? from : `${from}..${until}`;
}
