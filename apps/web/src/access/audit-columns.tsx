import type { AuditEntry } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { toActionWords, toDetailWords, toSubjectWords } from './audit-words.ts';

/** "/audit?subject=connection:7" */
const toAuditPath = (subject: string): string => `/audit?subject=${subject}`;

const subjectColumn: Column<AuditEntry> = {
  key: 'subject',
  head: 'On',
  width: '10rem',
  cell: ({ subject }) => <PathLink path={toAuditPath(subject)}>{toSubjectWords(subject)}</PathLink>,
};

const others: readonly Column<AuditEntry>[] = [
  { key: 'at', head: 'When', width: '8rem', cell: ({ at }) => <Moment at={at} /> },
  { key: 'actor', head: 'Who', isWideOnly: true, cell: ({ actor }) => actor ?? 'Throughline' },
  {
    key: 'action',
    head: 'What',
    cell: ({ action }) => <span title={action}>{toActionWords(action)}</span>,
  },
];

const detailColumn: Column<AuditEntry> = {
  key: 'detail',
  head: 'Detail',
  isWideOnly: true,
  cell: ({ detail }) => toDetailWords(detail),
};

/** Of changes to whatever. */
export const auditColumns: readonly Column<AuditEntry>[] = [...others, subjectColumn, detailColumn];

/** Of changes to one thing, which stands above them. */
export const subjectAuditColumns: readonly Column<AuditEntry>[] = [...others, detailColumn];
