import { KeyIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type ApiKey, listKeys } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { KeysName } from './keys-name.tsx';
import { KeysRevokeDialog } from './keys-revoke-dialog.tsx';

/** One's own keys that work. */
export const KeysList = () => {
  const keys = useAnswer(listKeys);
  const [leaving, setLeaving] = useState<ApiKey>();
  return (
    <>
      <Loaded answer={keys} skeleton={<Skeleton label="Loading keys" rows={2} />}>
        {(answer) =>
          answer.keys.length === 0 ? (
            <EmptyState cause="nothing-yet" icon={KeyIcon}>
              You have no key. Make one below for each place that needs one, so that each can be revoked
              alone.
            </EmptyState>
          ) : (
            <RowList
              label="Keys"
              columns={toColumns(setLeaving)}
              rows={answer.keys}
              toKey={({ keyId }) => keyId}
            />
          )
        }
      </Loaded>
      {leaving !== undefined && <KeysRevokeDialog leaving={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
};

const toColumns = (onRevoke: (key: ApiKey) => void): readonly Column<ApiKey>[] => [
  { key: 'name', head: 'Key', cell: (row) => <KeysName named={row} /> },
  { key: 'scope', head: 'Scope', width: '6rem', narrowWidth: '3.5rem', cell: ({ scope }) => scope },
  {
    key: 'made',
    head: 'Made',
    width: '8rem',
    isWideOnly: true,
    cell: ({ createdAt }) => <Moment at={createdAt} />,
  },
  {
    key: 'used',
    head: 'Last used',
    width: '8rem',
    isWideOnly: true,
    cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? 'never' : <Moment at={lastUsedAt} />),
  },
  {
    key: 'ends',
    head: 'Ends',
    width: '8rem',
    narrowWidth: '5.5rem',
    cell: ({ endsAt }) => <Moment at={endsAt} />,
  },
  {
    key: 'revoke',
    head: <VisuallyHidden>Commands</VisuallyHidden>,
    width: '7rem',
    narrowWidth: '5rem',
    cell: (row) => (
      <Button size="small" aria-label={`Revoke the key ${row.name}`} onClick={() => onRevoke(row)}>
        Revoke
      </Button>
    ),
  },
];
