import type { CheckVerdict, DoctorAnswer, DoctorCheck } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toPlain } from '../text/plain-text.ts';
import type { Style } from '../text/style.ts';

interface Telling {
  /** Makes a page of the server's an address. */
  readonly origin: string;
  readonly width: number | undefined;
  readonly style: Style;
}

const words: Readonly<Record<CheckVerdict, string>> = {
  broken: 'broken',
  attention: 'needs you',
  ok: 'well',
  'not-checked': 'not checked',
};

const indent = '  ';

/** What is wrong, worst first, each with its proof and its repair; how many checks are well or were not made. */
export function toDoctorLines(
  name: string,
  { sentence, checks }: DoctorAnswer,
  telling: Telling,
): readonly string[] {
  const pick = (verdict: CheckVerdict) => checks.filter((check) => check.verdict === verdict);
  const open = [...pick('broken'), ...pick('attention')];
  const rest = (['ok', 'not-checked'] as const).flatMap((verdict) => {
    const count = pick(verdict).length;
    return count === 0 ? [] : [`${count} ${words[verdict]}`];
  });
  return [
    ...wrap(`${telling.style.strong(toPlain(name))}: ${toPlain(sentence)}`, telling.width),
    ...open.flatMap((check) => toCheckLines(check, telling)),
    ...(rest.length === 0 ? [] : [telling.style.faint(rest.join(', '))]),
  ];
}

function toCheckLines(check: DoctorCheck, { origin, width, style }: Telling): readonly string[] {
  const { title, verdict, proof, consequence, repair } = check;
  const mark = verdict === 'broken' ? style.danger : style.attention;
  const inner = width === undefined ? undefined : width - indent.length;
  const texts = [proof, consequence, repair?.text].filter((text) => text !== undefined);
  const address = repair?.link?.address;
  return [
    `${mark(words[verdict])}  ${style.strong(toPlain(title))} (${check.id})`,
    ...texts.flatMap((text) => wrap(toPlain(text), inner)).map((line) => `${indent}${line}`),
    ...(address === undefined
      ? []
      : [`${indent}${address.startsWith('/') ? `${origin}${address}` : toPlain(address)}`]),
  ];
}
