import { KebabHorizontalIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu, IconButton } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import { listUsers, type User, updateUser } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';

interface Props {
  readonly user: User;
  readonly onDisable: () => void;
}

/** What an administrator does about one user. */
export const UserActions = ({ user: { userId, name, role, disabledAt }, onDisable }: Props) => {
  const router = useRouter();
  const tell = useTell();
  const change = useChange(updateUser, {
    refreshes: [listUsers],
    onDone: () => tell({ text: `${name} is enabled.` }),
  });
  const enable = () => change.mutate({ params: { userId }, body: { isDisabled: false } });
  return (
    <>
      <ActionMenu>
        <ActionMenu.Anchor>
          <IconButton
            icon={KebabHorizontalIcon}
            aria-label={`Commands for ${name}`}
            variant="invisible"
            loading={change.isPending}
          />
        </ActionMenu.Anchor>
        <ActionMenu.Overlay width="medium" align="end">
          <ActionList>
            {role !== 'administrator' && (
              <ActionList.Item onSelect={() => router.history.push(`/settings/users/${userId}`)}>
                Grant repositories
              </ActionList.Item>
            )}
            {disabledAt === undefined ? (
              <ActionList.Item variant="danger" onSelect={onDisable}>
                Disable user
              </ActionList.Item>
            ) : (
              <ActionList.Item onSelect={enable}>Enable user</ActionList.Item>
            )}
          </ActionList>
        </ActionMenu.Overlay>
      </ActionMenu>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};
