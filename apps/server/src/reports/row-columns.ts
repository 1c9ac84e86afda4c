import type { NamedPullRequest } from '@throughline/contract';
import { type ActorColumns, toAccountRef } from './account-ref.ts';

/** Which pull request a row of a list is about, and who wrote it, as lists select it. */
export interface RowColumns extends ActorColumns {
  readonly repository_id: number;
  readonly full_name: string;
  readonly host_name: string;
  readonly host_kind: string;
  readonly base_url: string;
  readonly number: number;
  readonly title: string;
  readonly total: number;
}

/** What every row of a list begins with. The demo's pull requests have no page at GitHub. */
export const toNamedRow = (row: Omit<RowColumns, 'total'>): NamedPullRequest => ({
  repository: { repositoryId: row.repository_id, fullName: row.full_name, hostName: row.host_name },
  number: row.number,
  title: row.title,
  ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.full_name}/pull/${row.number}` }),
  path: `/gh/${[row.host_name, ...row.full_name.split('/')].map(encodeURIComponent).join('/')}/pull/${row.number}`,
  author: toAccountRef(row),
});
