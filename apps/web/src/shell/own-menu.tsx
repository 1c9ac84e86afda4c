import { PersonIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import { type CurrentUser, signOut } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { KeyItems } from './key-items.tsx';
import styles from './own-menu.module.css';
import { ThemeItems } from './theme-items.tsx';

/** One's own menu: who is signed in, theme, settings, sign out. */
export const OwnMenu = ({ user }: { readonly user: CurrentUser }) => {
  const router = useRouter();
  // Loading the page anew wipes whatever this tab still holds in memory.
  const leave = useChange(signOut, { onDone: () => window.location.assign('/signin') });
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
            <ActionList.Item onSelect={() => leave.mutate({})}>Sign out</ActionList.Item>
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
