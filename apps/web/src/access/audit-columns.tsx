import type { auditEntry } from '@throughline/contract';
import type * as z from 'zod';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { toDetailWords } from './audit-words.ts';

type Entry = z.output<typeof auditEntry>;

export const auditColumns: readonly Column<Entry>[] = [
  { key: 'at', head: 'When', width: '8rem', cell: ({ at }) => <Moment at={at} /> },
  { key: 'actor', head: 'Who', isWideOnly: true, cell: ({ actor }) => actor ?? 'Throughline' },
  { key: 'action', head: 'What', cell: ({ action }) => <code>{action}</code> },
  { key: 'subject', head: 'On', cell: ({ subject }) => subject },
  { key: 'detail', head: 'Detail', isWideOnly: true, cell: ({ detail }) => toDetailWords(detail) },
];
