import type { Correction } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { correctionStates, correctionWords } from './correction-words.data.ts';
import styles from './me-data.module.css';

export const meCorrectionColumns: readonly Column<Correction>[] = [
  {
    key: 'what',
    head: 'What',
    cell: ({ kind, subject, note }) => (
      <>
        {correctionWords[kind]}: <bdi dir="auto">{subject}</bdi>
        {note !== undefined && (
          <p className={styles['more']}>
            <bdi dir="auto">{note}</bdi>
          </p>
        )}
      </>
    ),
  },
  {
    key: 'state',
    head: 'Answer',
    cell: ({ state, answer, answeredBy }) => (
      <>
        {correctionStates[state]}
        {answeredBy !== undefined && ` by ${answeredBy}`}
        {answer !== undefined && (
          <p className={styles['more']}>
            <bdi dir="auto">{answer}</bdi>
          </p>
        )}
      </>
    ),
  },
  { key: 'at', head: 'Asked', width: '7rem', isNumber: true, cell: ({ askedAt }) => <Moment at={askedAt} /> },
];
