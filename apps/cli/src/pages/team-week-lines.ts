import { type TeamWeek, toDuration, type WeekMetric, writeWorkingHours } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toCount, toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import { toFigureText } from './figure-table.ts';
import { toNoteLines } from './note-lines.ts';
import type { Telling } from './telling.ts';

/** How a team's week went: the sentence, its figures, and what went beyond agreements. */
export function toTeamWeekLines(week: TeamWeek, telling: Telling): readonly string[] {
  const { team, week: period, sentence, hasMembers } = week;
  const { width, style } = telling;
  const partial = period.isOver ? '' : ', not over yet';
  const head = `${team.name}, ${period.label} (${period.from} to ${period.until}, ${period.zone}${partial})`;
  return [
    ...wrap(toPlain(head), width).map(style.strong),
    ...wrap(toPlain(sentence), width),
    ...(hasMembers
      ? ['', ...toFigures(week, telling), ...toWorkingLines(week, width), '', ...toExceptions(week, telling)]
      : []),
    ...toNoteLines(week, width),
  ];
}

const toFigures = (
  { firstResponse, cycleTime, merged, reviewed, opened, waiting }: TeamWeek,
  telling: Telling,
) =>
  toTable(
    [
      { name: 'First response', value: toTimes(firstResponse), rows: firstResponse.rows },
      { name: 'Cycle time', value: toTimes(cycleTime), rows: cycleTime.rows },
      { name: 'Merged', value: toFigureText(merged.figure), rows: merged.figure.rows },
      { name: '  opened', value: toFigureText(opened.figure), rows: opened.figure.rows },
      { name: '  open now', value: toFigureText(waiting), rows: waiting.rows },
      { name: 'Reviews given', value: toFigureText(reviewed.figure), rows: reviewed.figure.rows },
    ],
    [
      { head: 'Figure', cell: ({ name }) => name },
      { head: 'Value', isElastic: true, cell: ({ value }) => value },
      { head: 'Rows', isSpare: true, cell: ({ rows }) => `${telling.origin}${toPlain(rows)}` },
    ],
    telling.width,
  );

/** The second figures of times, each named with its own. */
const toWorkingLines = ({ firstResponse, cycleTime }: TeamWeek, width: Telling['width']): readonly string[] =>
  [firstResponse, cycleTime].flatMap((metric) => {
    const working = writeWorkingHours(metric);
    return working === undefined ? [] : wrap(toPlain(`${metric.name}: ${working}.`), width);
  });

/** "6.2 h · p90 31 h · n 19 · usual 8 h" */
function toTimes({ figure: { value, p90, n, missing, values = [] }, usual }: WeekMetric): string {
  if (n === 0) return 'not enough data';
  return [
    value === undefined ? values.map(toTime).join(', ') : toTime(value),
    ...(p90 === undefined ? [] : [`p90 ${toTime(p90)}`]),
    `n ${toNumber(n)}`,
    ...(missing === 0 ? [] : [`${toNumber(missing)} not known`]),
    ...(usual === undefined ? [] : [`usual ${toTime(usual)}`]),
  ].join(' · ');
}

const toTime = (seconds: number): string => toDuration(seconds / 60, { isFigure: true });

function toExceptions({ exceptions }: TeamWeek, { width, style }: Telling): readonly string[] {
  const { hasAgreements, total, rows } = exceptions;
  if (!hasAgreements) return ['The team has no agreements yet.'];
  if (total === 0) return ['Nothing went beyond the team’s agreements.'];
  return [
    style.strong(`${toCount(total, 'exception')} to talk about`),
    ...rows.flatMap(({ repository, number, title, cause }) =>
      wrap(toPlain(`! ${repository.fullName} #${number}  ${title}: ${cause}`), width),
    ),
    ...(total > rows.length ? [`and ${toNumber(total - rows.length)} more`] : []),
  ];
}
