import { Label } from '@primer/react';
import type { RepositoryReading, RepositoryRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Completeness } from '../ui/completeness.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RepositoryName } from '../ui/repository-name.tsx';
import { readingWords } from './reading-words.data.ts';

const pullsOf = (fullName: string): string =>
  `/pulls?repo=${encodeURIComponent(fullName).replaceAll('%2F', '/')}`;

const columns: readonly Column<RepositoryRow>[] = [
  {
    key: 'name',
    head: 'Repository',
    cell: ({ fullName, path, isArchived, isDemo }) => (
      <div>
        <PathLink path={path}>
          <RepositoryName fullName={fullName} />
        </PathLink>
        {isArchived && (
          <>
            {' '}
            <Label variant="secondary">archived</Label>
          </>
        )}
        {isDemo && (
          <>
            {' '}
            <Label variant="secondary">demo</Label>
          </>
        )}
      </div>
    ),
  },
  {
    key: 'open',
    head: 'Open now',
    width: '7rem',
    narrowWidth: '22%',
    isNumber: true,
    cell: ({ fullName, openNow }) => (
      <PathLink path={`${pullsOf(fullName)}&state=open&state=draft`}>{toNumber(openNow)}</PathLink>
    ),
  },
  {
    key: 'merged',
    head: 'Merged in 7 days',
    width: '9rem',
    isNumber: true,
    isWideOnly: true,
    cell: ({ fullName, mergedLately }) => (
      <PathLink path={`${pullsOf(fullName)}&state=merged&period=last-7-days`}>
        {toNumber(mergedLately)}
      </PathLink>
    ),
  },
  {
    key: 'held',
    head: 'Pull requests here',
    width: '11rem',
    narrowWidth: '34%',
    cell: ({ isRead, held }) => (isRead ? <Completeness held={held} brief="narrow" /> : 'not read'),
  },
];

const toWords = (reading: RepositoryReading | undefined): string =>
  reading === undefined ? '' : readingWords[reading];

const reading: Column<RepositoryRow> = {
  key: 'reading',
  head: 'Reading',
  width: '12rem',
  isWideOnly: true,
  cell: (row) => (
    <PathLink path={`/sync?q=${encodeURIComponent(row.fullName)}`}>{toWords(row.reading)}</PathLink>
  ),
};

/** A repository's row; how its reading goes stands there for administrators alone. */
export const toRepositoryColumns = (hasReading: boolean): readonly Column<RepositoryRow>[] =>
  hasReading ? [...columns, reading] : columns;
