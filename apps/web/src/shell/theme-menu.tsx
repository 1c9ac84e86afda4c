import { ActionList, ActionMenu } from '@primer/react';
import { ThemeItems } from './theme-items.tsx';

/** The choice of a theme where there is no other menu yet. */
export const ThemeMenu = () => (
  <ActionMenu>
    <ActionMenu.Button variant="invisible">Theme</ActionMenu.Button>
    <ActionMenu.Overlay width="small">
      <ActionList>
        <ThemeItems />
      </ActionList>
    </ActionMenu.Overlay>
  </ActionMenu>
);
