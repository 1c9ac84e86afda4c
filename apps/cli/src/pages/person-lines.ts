import { type PersonPage, toDuration, type WorkRow } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toRelative } from '../text/moment-words.ts';
import { toCount } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import { toFigureLines, toFigureText } from './figure-table.ts';
import { toNoteLines } from './note-lines.ts';
import type { Telling } from './telling.ts';

/** A person's page: what they shipped, reviewed and unblocked, what waits, and week by week. */
export function toPersonLines(page: PersonPage, telling: Telling): readonly string[] {
  const { width, style } = telling;
  const tell = (text: string): readonly string[] => wrap(toPlain(text), width);
  return [
    ...tell(`${page.name}, ${page.period.label}`).map(style.strong),
    ...tell(page.sentence),
    ...tell(page.looking).map(style.faint),
    '',
    ...toWork(page, telling),
    ...tell(toResponses(page)),
    '',
    ...toFigureLines(page.by === 'repo' ? 'Shipped by repository' : 'Shipped by label', page.groups, telling),
    '',
    ...toWaiting(page.isMe ? 'Waiting for you' : 'Waiting for them', page.waiting.forThem, telling),
    ...toWaiting('Waiting for others', page.waiting.forOthers, telling),
    '',
    ...toWeeks(page, width),
    ...toNoteLines(page, width),
  ];
}

function toWork(page: PersonPage, telling: Telling): readonly string[] {
  const { shipped, reviews, unblocked, outside, kinds } = page;
  return toFigureLines(
    'Work',
    [
      { name: 'Shipped', figure: shipped },
      ...kinds.parts.map(({ name, figure, sharePercent }) => ({
        name: `  ${name}, ${sharePercent} %`,
        figure,
      })),
      { name: 'Refactors', figure: kinds.refactor },
      ...(outside.shipped === undefined ? [] : [{ name: 'In other repositories', figure: outside.shipped }]),
      { name: 'Reviews given', figure: reviews },
      { name: 'Unblocked', figure: unblocked },
    ],
    telling,
  );
}

/** "First responses to others took 3.1 h, p90 19 h, n 21, in 6 repositories." */
function toResponses({ given: { repositories, firstResponse } }: PersonPage): string {
  const { n, medianS, p90S, valuesS = [] } = firstResponse;
  if (n.value === 0) return 'No first response to others.';
  const parts = [
    medianS === undefined ? valuesS.map(toTime).join(', ') : toTime(medianS),
    ...(p90S === undefined ? [] : [`p90 ${toTime(p90S)}`]),
    `n ${toFigureText(n)}`,
  ];
  return `First responses to others took ${parts.join(' · ')}; reviews in ${toCount(repositories, 'repository', 'repositories')}.`;
}

const toTime = (seconds: number): string => toDuration(seconds / 60, { isFigure: true });

function toWaiting(
  head: string,
  { figure, rows }: PersonPage['waiting']['forThem'],
  { width, now }: Telling,
): readonly string[] {
  if (figure.value === 0) return [`${head}: nothing`];
  return [`${head}: ${toFigureText(figure)}`, ...toTable(rows, workColumns(now), width).slice(1)];
}

/** The columns of pull requests that a figure counts. */
export const workColumns = (now: Date) =>
  [
    {
      head: 'Pull request',
      isElastic: true,
      cell: ({ repository, number }: WorkRow) => toPlain(`${repository.fullName} #${number}`),
    },
    { head: 'Title', isElastic: true, cell: ({ title }: WorkRow) => toPlain(title) },
    { head: 'When', isNumber: true, cell: ({ at }: WorkRow) => toRelative(at, now) },
    { head: 'Why', isElastic: true, isSpare: true, cell: ({ note = '' }: WorkRow) => toPlain(note) },
  ] as const;

const toWeeks = ({ weeks }: PersonPage, width: number | undefined): readonly string[] =>
  toTable(
    weeks,
    [
      {
        head: 'Week',
        isElastic: true,
        cell: ({ label, isPartial }) => `${label}${isPartial ? ' (not whole)' : ''}`,
      },
      { head: 'Shipped', isNumber: true, cell: ({ shipped }) => toFigureText(shipped) },
      { head: 'Reviews', isNumber: true, cell: ({ reviews }) => toFigureText(reviews) },
    ],
    width,
  );
