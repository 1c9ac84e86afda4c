import { PersonIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import type { CurrentUser } from '@throughline/contract';
import { KeyItems } from './key-items.tsx';
import styles from './own-menu.module.css';
import { ThemeItems } from './theme-items.tsx';
import { useSignOut } from './use-shell-commands.ts';

/** One's own menu: who is signed in, theme, settings, sign out. */
export const OwnMenu = ({ user }: { readonly user: CurrentUser }) => {
  const router = useRouter();
  const leave = useSignOut();
  return (
    <ActionMenu>
      <ActionMenu.Button
        variant="invisible"
        leadingVisual={PersonIcon}
        aria-label={`${user.name}, your menu`}
      >
        <span className={styles['name']}>{user.name}</span>
      </ActionMenu.Button>
      <ActionMenu.Overlay width="medium" align="end">
        <ActionList>
          <ActionList.Group>
            <ActionList.GroupHeading>
              {user.email}, {user.role}
            </ActionList.GroupHeading>
            <ActionList.Item onSelect={() => router.history.push('/settings/me')}>
              Your settings
            </ActionList.Item>
            <ActionList.Item onSelect={leave}>Sign out</ActionList.Item>
          </ActionList.Group>
          <ActionList.Divider />
          <ThemeItems />
          <ActionList.Divider />
          <KeyItems />
        </ActionList>
      </ActionMenu.Overlay>
    </ActionMenu>
  );
};
