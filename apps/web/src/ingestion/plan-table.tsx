import { dataNames, type ReadingCost, type SyncPlan } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { toByteWords, toCpuWords } from './plan-words.ts';

interface CostRow extends ReadingCost {
  readonly name: string;
}

/** What each kind of data costs, and all of it. */
export const PlanTable = ({ plan: { data, cost } }: { readonly plan: SyncPlan }) => (
  <RowList
    label="What each kind of data costs"
    columns={columns}
    rows={[...data.map((one) => ({ ...one, name: dataNames[one.kind] })), { ...cost, name: 'All of it' }]}
    toKey={({ name }) => name}
    rowHeight={41}
  />
);

const columns: readonly Column<CostRow>[] = [
  { key: 'name', head: 'Data', width: '11rem', narrowWidth: '8rem', cell: ({ name }) => name },
  {
    key: 'objects',
    head: 'Entries',
    isNumber: true,
    isWideOnly: true,
    cell: ({ objects }) => toNumber(objects),
  },
  { key: 'points', head: 'Points', isNumber: true, cell: ({ points }) => toNumber(points) },
  {
    key: 'requests',
    head: 'REST requests',
    isNumber: true,
    cell: ({ restRequests }) => toNumber(restRequests),
  },
  {
    key: 'cpu',
    head: 'Computing time',
    isNumber: true,
    isWideOnly: true,
    cell: ({ graphqlCpuSeconds, restCpuSeconds }) => toCpuWords(graphqlCpuSeconds + restCpuSeconds),
  },
  { key: 'disk', head: 'Disk', isNumber: true, cell: ({ diskBytes }) => toByteWords(diskBytes) },
];
