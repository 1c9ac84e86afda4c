import type { RepositoryPage, RepositoryRow } from '@throughline/contract';
import { toDataLines } from '../sync/data-lines.ts';
import { toWhole } from '../sync/data-words.ts';
import { toRelative } from '../text/moment-words.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import { toFigureLines } from './figure-table.ts';
import type { Telling } from './telling.ts';

/** Repositories by name, a line each. */
export const toRepositoryListLines = (
  repositories: readonly RepositoryRow[],
  { width, now }: Telling,
): readonly string[] =>
  toTable(
    repositories,
    [
      { head: 'Repository', isElastic: true, cell: (row) => toPlain(`${row.fullName}${toMark(row)}`) },
      { head: 'Open', isNumber: true, cell: ({ openNow }) => toNumber(openNow) },
      { head: 'Merged in 7 days', isNumber: true, cell: ({ mergedLately }) => toNumber(mergedLately) },
      { head: 'Here', cell: toHere },
      {
        head: 'Pushed',
        isSpare: true,
        cell: ({ pushedAt }) => (pushedAt === undefined ? '' : toRelative(pushedAt, now)),
      },
    ],
    width,
  );

/** One repository: what is open, what was merged lately, and how much of it is here. */
export function toRepositoryPageLines(page: RepositoryPage, telling: Telling): readonly string[] {
  const { hostName, visibility, defaultBranch, url, open, merged, data } = page;
  const branch = defaultBranch === undefined ? '' : `, default branch ${defaultBranch}`;
  return [
    telling.style.strong(toPlain(`${page.fullName}${toMark(page)}`)),
    toPlain(`On ${hostName}, ${visibility}${page.isFork ? ', a fork' : ''}${branch}.`),
    ...(url === undefined ? [] : [toPlain(url)]),
    '',
    ...toFigureLines(
      'Pull requests',
      [
        { name: 'Open now', figure: open },
        { name: 'Merged in 7 days', figure: merged },
      ],
      telling,
    ),
    '',
    ...(page.isRead ? toDataLines(data, telling.width) : ['It was not chosen to be read.']),
  ];
}

const toMark = ({ isArchived, isDemo }: RepositoryRow): string =>
  `${isArchived ? ' (archived)' : ''}${isDemo ? ' (demo)' : ''}`;

const toHere = ({ isRead, held }: RepositoryRow): string => (isRead ? toWhole(held.percent) : 'not read');
