import { LawIcon } from '@primer/octicons-react';
import type { Agreement } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { RowList } from '../ui/row-list.tsx';
import styles from './agreement-list.module.css';
import { agreementNames, toValueWords, toWhoseWords } from './agreement-words.ts';

/** What holds now, and whose it is. */
export const AgreementList = ({ agreements }: { readonly agreements: readonly Agreement[] }) => (
  <RowList label="What holds now" columns={columns} rows={agreements} toKey={({ kind }) => kind} />
);

const columns: readonly Column<Agreement>[] = [
  {
    key: 'name',
    head: 'Agreement',
    cell: ({ kind, whose }) => (
      <>
        {whose !== 'throughline' && <LawIcon className={styles['icon'] ?? ''} />} {agreementNames[kind]}
      </>
    ),
  },
  {
    key: 'value',
    head: 'Limit',
    width: '7rem',
    narrowWidth: '4rem',
    cell: (agreement) => toValueWords(agreement, agreement.value),
  },
  {
    key: 'whose',
    head: 'Whose',
    width: '22rem',
    narrowWidth: '42cqw',
    cell: (agreement) => (
      <>
        {toWhoseWords(agreement)}
        {agreement.setAt !== undefined && (
          <>
            , <Moment at={agreement.setAt} />
          </>
        )}
      </>
    ),
  },
];
