import type { listCorrections, RouteAnswer } from '@throughline/contract';
import { correctionStates, correctionWords } from '../access/correction-words.data.ts';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { PersonCorrectionAnswer } from './person-correction-answer.tsx';

type CorrectionRow = RouteAnswer<typeof listCorrections>['corrections'][number];

export const personCorrectionColumns: readonly Column<CorrectionRow>[] = [
  {
    key: 'who',
    head: 'Who',
    width: '10rem',
    cell: ({ person }) => <PathLink path={`/people/${person.slug}/accounts`}>{person.name}</PathLink>,
  },
  {
    key: 'what',
    head: 'What',
    cell: ({ kind, subject, note }) => (
      <>
        {correctionWords[kind]}: <bdi dir="auto">{subject}</bdi>
        {note !== undefined && (
          <p>
            <bdi dir="auto">{note}</bdi>
          </p>
        )}
      </>
    ),
  },
  {
    key: 'at',
    head: 'Asked',
    width: '7rem',
    isWideOnly: true,
    cell: ({ askedAt }) => <Moment at={askedAt} />,
  },
  {
    key: 'answer',
    head: 'Answer',
    width: '17rem',
    narrowWidth: '40vw',
    cell: (row) =>
      row.state === 'open' ? (
        <PersonCorrectionAnswer row={row} />
      ) : (
        `${correctionStates[row.state]}${toSaid(row)}`
      ),
  },
];

const toSaid = ({ answer, answeredBy }: CorrectionRow): string => {
  const by = answeredBy === undefined ? ' by themselves' : ` by ${answeredBy}`;
  return answer === undefined ? by : `${by}: ${answer}`;
};
