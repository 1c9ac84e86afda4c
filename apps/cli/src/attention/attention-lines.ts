import type { AttentionList, AttentionRow } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { Style } from '../text/style.ts';

interface Telling {
  readonly width: number | undefined;
  readonly style: Style;
}

const indent = '  ';

/** The sentence, then two lines a row: what it is, and why it waits. */
export function toAttentionLines(list: AttentionList, { width, style }: Telling): readonly string[] {
  const { sentence, rows, total, unlinked, ignored, scope } = list;
  const shown = rows.length;
  return [
    ...wrap(unlinked === undefined ? sentence : toUnlinkedWords(unlinked), width).map(style.strong),
    ...rows.flatMap((row) => toRowLines(row, { width, style })),
    ...(shown < total ? [`1 to ${toNumber(shown)} of ${toNumber(total)}`] : []),
    ...ignored.map(({ name, value, reason }) => toPlain(`Ignored ${name}=${value}. ${reason}`)),
    ...scope.gaps.flatMap((gap) => wrap(toPlain(gap), width)),
  ];
}

function toRowLines(row: AttentionRow, { width, style }: Telling): readonly string[] {
  const name = toPlain(`${row.repository.fullName} #${row.number}  ${row.title}`);
  const room = width === undefined ? undefined : width - indent.length;
  const words = [...wrap(toPlain(row.sentence), room), ...(row.url === undefined ? [] : [toPlain(row.url)])];
  return [
    '',
    ...wrap(row.isBeyond ? `! ${name}` : name, width).map(row.isBeyond ? style.attention : style.strong),
    ...words.map((line) => `${indent}${line}`),
  ];
}

const toUnlinkedWords = ({ cause, ask }: NonNullable<AttentionList['unlinked']>): string => {
  const why =
    cause === 'no-person' ? 'you are not tied to a person yet' : 'no GitHub account is linked to you';
  const whom = ask.length === 0 ? 'an administrator' : ask.map(toPlain).join(' or ');
  return `What waits for you is not known, because ${why}. Ask ${whom} to do that.`;
};
