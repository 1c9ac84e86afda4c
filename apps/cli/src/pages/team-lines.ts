import type { Team, TeamMember, TeamRow } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toCount, toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { type TextColumn, toTable } from '../text/table.ts';
import type { Telling } from './telling.ts';

/** All teams, a line each, by name. */
export const toTeamListLines = (teams: readonly TeamRow[], width: number | undefined): readonly string[] =>
  teams.length === 0 ? ['No team is here yet.'] : toTable(teams, listColumns, width);

const names = (named: readonly { readonly name: string }[]): string =>
  named.map(({ name }) => name).join(', ');

const listColumns: readonly TextColumn<TeamRow>[] = [
  {
    head: 'Team',
    isElastic: true,
    cell: ({ name, isMine }) => toPlain(`${name}${isMine ? ' (yours)' : ''}`),
  },
  { head: 'Name in commands', cell: ({ slug }) => toPlain(slug) },
  { head: 'Part of', isSpare: true, cell: ({ parentSlug = '' }) => toPlain(parentSlug) },
  { head: 'Contributors', isNumber: true, cell: ({ contributors }) => toNumber(contributors) },
  { head: 'Leads', isElastic: true, isSpare: true, cell: ({ leads }) => toPlain(names(leads)) },
];

/** A team with who is in it today, who comes, and who was. */
export function toTeamLines(team: Team, { width, style }: Telling): readonly string[] {
  const { name, above, below, members, futureMembers, formerMembers, github } = team;
  const facts = [
    ...(above.length === 0 ? [] : [`Part of ${names(above)}.`]),
    ...(below.length === 0 ? [] : [`Its parts: ${names(below)}.`]),
    ...(github === undefined ? [] : [toGithub(github)]),
  ];
  return [
    ...wrap(toPlain(name), width).map(style.strong),
    ...facts.flatMap((fact) => wrap(toPlain(fact), width)),
    ...toMembers('Nobody is in it today.', members, width),
    ...(futureMembers.length === 0 ? [] : ['', 'Who comes later', ...toMembers('', futureMembers, width)]),
    ...(formerMembers.length === 0 ? [] : ['', 'Who was in it', ...toMembers('', formerMembers, width)]),
  ];
}

function toGithub({ organisation, isKept, unlinked, problem }: NonNullable<Team['github']>): string {
  const kept = isKept ? 'Kept in step with' : 'Taken from';
  const who =
    unlinked.length === 0
      ? ''
      : ` ${toCount(unlinked.length, 'member')} of it there ${unlinked.length === 1 ? 'is' : 'are'} nobody here yet.`;
  return `${kept} a team of ${organisation} at GitHub.${who}${problem === undefined ? '' : ` ${problem}`}`;
}

const toMembers = (
  none: string,
  members: readonly TeamMember[],
  width: number | undefined,
): readonly string[] => (members.length === 0 ? [none] : toTable(members, memberColumns, width));

const memberColumns: readonly TextColumn<TeamMember>[] = [
  { head: 'Person', isElastic: true, cell: ({ person }) => toPlain(person.name) },
  { head: 'Part', cell: ({ part, isLead }) => `${part}${isLead ? ', lead' : ''}` },
  { head: 'From', cell: ({ fromOn }) => fromOn },
  { head: 'Until', isSpare: true, cell: ({ untilOn = '' }) => untilOn },
];
