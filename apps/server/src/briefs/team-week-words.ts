import { type TeamWeek, toDuration, type WeekMetric } from '@throughline/contract';

type Told = Omit<TeamWeek, 'sentence' | 'markdown'>;

/**
 * The one sentence of a team's week: "12 pull requests landed and 31 reviews were given. First responses took 6 h; the
 * usual is 8 h." Nothing found is said as what was looked for; where there was nowhere to look, that is said instead.
 */
export function toWeekSentence(told: Omit<Told, 'exceptions'>): string {
  if (!told.hasMembers) return 'Nobody ever worked in this team, so there is nothing to tell of its weeks.';
  if (told.scope.visibleRepositories === 0) {
    return 'No repository was granted to you, so it is not known how the week went.';
  }
  return [toCounts(told), toResponses(told.firstResponse)].filter(Boolean).join(' ');
}

function toCounts({ merged, reviewed, week }: Omit<Told, 'exceptions'>): string {
  const landed = merged.figure.value;
  const given = reviewed.figure.value;
  const soFar = week.isOver ? '' : ' so far';
  const atLeast = merged.figure.isAtLeast ? 'At least ' : '';
  if (landed === 0 && given === 0) return `Nothing landed and no review was given${soFar}.`;
  const reviews = `${many(given, 'review')} ${given === 1 ? 'was' : 'were'} given`;
  if (landed === 0) return `Nothing landed${soFar}; ${reviews}.`;
  return `${atLeast}${many(landed, 'pull request')} landed${soFar}${given === 0 ? '' : ` and ${reviews}`}.`;
}

function toResponses({ figure, usual }: WeekMetric): string {
  if (figure.value === undefined) return '';
  const rest = usual === undefined ? '' : `; the usual is ${toTime(usual)}`;
  return `First responses took ${toTime(figure.value)}${rest}.`;
}

/** "6 h", whole numbers as sentences have them. */
export const toTime = (seconds: number): string => toDuration(seconds / 60);

const many = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
