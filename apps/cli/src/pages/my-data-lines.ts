import type { Look, MyData } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toRelative } from '../text/moment-words.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { Telling } from './telling.ts';

/** What is stored about oneself, kind by kind, and whom it is taken for. */
export function toMyDataLines(data: MyData, { width, style }: Telling): readonly string[] {
  const { user, person, untied, accounts, emails, teams, pages } = data;
  const tell = (text: string): readonly string[] => wrap(toPlain(text), width);
  return [
    ...tell(`${user.name} (${user.email}), ${user.role}`).map(style.strong),
    ...tell(person === undefined ? (untied ?? '') : `You are the person ${person.name}.`),
    ...(accounts.length === 0 ? [] : tell(`Accounts: ${accounts.map(toAccount).join(', ')}.`)),
    ...(emails.length === 0 ? [] : tell(`E-mail addresses: ${emails.map(({ email }) => email).join(', ')}.`)),
    ...(teams.length === 0
      ? []
      : tell(`Teams: ${teams.map(({ name, since }) => `${name} since ${since}`).join(', ')}.`)),
    ...tell(pages.says),
    '',
    ...toTable(
      data.kinds,
      [
        { head: 'Stored', isElastic: true, cell: ({ name }) => toPlain(name) },
        {
          head: 'Rows',
          isNumber: true,
          cell: ({ count }) => (count === undefined ? 'in the export' : toNumber(count)),
        },
        { head: 'How long', isElastic: true, isSpare: true, cell: ({ kept }) => toPlain(kept) },
      ],
      width,
    ),
  ];
}

const toAccount = ({ login, hostName, unlinkedAt }: MyData['accounts'][number]): string =>
  `@${login} on ${hostName}${unlinkedAt === undefined ? '' : ' (no longer linked)'}`;

/** Who looked at oneself, newest first. */
export const toLookLines = (looks: readonly Look[], { now, width }: Telling): readonly string[] =>
  looks.length === 0
    ? ['Nobody looked.']
    : toTable(
        looks,
        [
          { head: 'When', cell: ({ at }) => toRelative(at, now) },
          { head: 'Who', isElastic: true, cell: (look) => toPlain(toLooker(look)) },
          { head: 'At what', isElastic: true, cell: ({ what }) => toPlain(what.join(', ')) },
        ],
        width,
      );

const toLooker = ({ name, role, isByKey, isRefused }: Look): string => {
  const who = name === undefined ? 'Somebody' : `${name}${role === undefined ? '' : `, ${role}`}`;
  return `${who}${isByKey ? ', by a key' : ''}${isRefused ? ' (refused)' : ''}`;
};
