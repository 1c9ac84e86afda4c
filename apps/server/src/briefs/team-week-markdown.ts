import { type TeamWeek, type WeekMetric, writeWorkingHours } from '@throughline/contract';
import { toTime } from './team-week-words.ts';

/** A team's week to take along, as Markdown. What others wrote is put so that it cannot become a mark or a link. */
export function toWeekMarkdown(week: Omit<TeamWeek, 'markdown'>): string {
  const { team, week: period, merged, opened, reviewed, waiting, exceptions } = week;
  const partial = period.isOver ? '' : ', not over yet';
  const lines = [
    `## ${escapeMarkdown(team.name)}, ${period.label}`,
    '',
    escapeMarkdown(week.sentence),
    '',
    `${period.from} to ${period.until}, ${period.zone}${partial}. In the repositories that whoever copied this can see: ${week.scope.visibleRepositories}.`,
    '',
    `- First response: ${toMetricText(week.firstResponse)}`,
    `- Cycle time: ${toMetricText(week.cycleTime)}`,
    `- Merged: ${toNumber(merged.figure)} · opened ${toNumber(opened.figure)} · open now ${toNumber(waiting)}`,
    `- Reviews given: ${toNumber(reviewed.figure)}`,
    ...toExceptions(exceptions),
    ...week.scope.gaps.map((gap) => `- Missing: ${escapeMarkdown(gap)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const toNumber = ({ value, isAtLeast }: TeamWeek['waiting']): string =>
  `${isAtLeast ? 'at least ' : ''}${value.toLocaleString('en')}`;

/** "6 h · p90 31 h · n 19 · usual 8 h" */
function toMetricText({ figure, workingTime, usual }: WeekMetric): string {
  const { value, p90, n, missing, values } = figure;
  const working = writeWorkingHours({ figure, workingTime });
  if (n === 0) return 'not enough data';
  const parts = [
    value === undefined ? (values ?? []).map(toTime).join(', ') : toTime(value),
    p90 === undefined ? undefined : `p90 ${toTime(p90)}`,
    `n ${n}`,
    missing === 0 ? undefined : `${missing} not known`,
    usual === undefined ? undefined : `usual ${toTime(usual)}`,
    working === undefined ? undefined : escapeMarkdown(working),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function toExceptions({ hasAgreements, total, rows }: TeamWeek['exceptions']): readonly string[] {
  if (!hasAgreements) return [];
  if (total === 0) return ['', 'Nothing went beyond the team’s agreements.'];
  const more = total - rows.length;
  return [
    '',
    '### To talk about',
    '',
    ...rows.map(
      ({ repository, number, title, cause }) =>
        `- ${escapeMarkdown(`${repository.fullName}#${number} ${title}: ${cause}`)}`,
    ),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

/** A text as it stands: its signs are no marks, its lines no lines, and it links nowhere. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#+|~!&-]/g, String.raw`\$&`)
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
