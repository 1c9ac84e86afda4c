import type { WorkRow } from '@throughline/contract';
import { RowTitle } from '../pulls/row-title.tsx';
import { Moment } from '../ui/moment.tsx';

/** A pull request in a few words: its title, its number, when. */
export const PersonRow = ({ row }: { readonly row: WorkRow }) => (
  <RowTitle title={row.title} path={row.path}>
    {row.repository.fullName} #{row.number} · <Moment at={row.at} />
  </RowTitle>
);
