import type { User } from '@throughline/contract';
import { useState } from 'react';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { RowList } from '../ui/row-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { DisableUserDialog } from './disable-user-dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { UserActions } from './user-actions.tsx';
import { UserName } from './user-name.tsx';

/** Everyone who can sign in, with role and repositories. */
export const UserList = ({ users }: { readonly users: readonly User[] }) => {
  const [leaving, setLeaving] = useState<User>();
  return (
    <>
      <RowList label="Users" columns={toColumns(setLeaving)} rows={users} toKey={({ userId }) => userId} />
      {leaving !== undefined && <DisableUserDialog user={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
};

const toColumns = (onDisable: (user: User) => void): readonly Column<User>[] => [
  { key: 'name', head: 'User', cell: (user) => <UserName user={user} /> },
  {
    key: 'role',
    head: 'Role',
    width: '11rem',
    narrowWidth: '8.75rem',
    cell: (user) => <RoleSelect user={user} />,
  },
  {
    key: 'seen',
    head: 'Last seen',
    width: '9rem',
    isWideOnly: true,
    cell: ({ lastSeenAt }) => (lastSeenAt === undefined ? 'never' : <Moment at={lastSeenAt} />),
  },
  {
    key: 'actions',
    head: <VisuallyHidden>Commands</VisuallyHidden>,
    width: '8rem',
    narrowWidth: '5.5rem',
    cell: (user) => <UserActions user={user} onDisable={() => onDisable(user)} />,
  },
];
