import { useState } from 'react';
import { useReader } from '../api/use-session.ts';
import { useRememberPage } from '../search/use-remember-page.ts';
import { type Place, places, settingsPlace, syncPlace } from './navigation.data.ts';
import { useGoKeys } from './use-go-keys.ts';
import { usePaletteKey } from './use-palette-key.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** What lies over the page, and the places it leads to. */
export interface ShellLayer {
  readonly layer: 'palette' | 'keys' | undefined;
  /** The places that this reader has. */
  readonly places: readonly Place[];
  readonly openPalette: () => void;
  readonly close: () => void;
}

/** The palette and the keys of the page with what opens them: ⌘ or Ctrl with K, `?`, and the keys after `G`. */
export const useShellLayer = (): ShellLayer => {
  const role = useReader()?.role;
  const [layer, setLayer] = useState<ShellLayer['layer']>();
  const seen = [...places.flat(), syncPlace, settingsPlace].filter(
    ({ roles }) => roles === undefined || (role !== undefined && roles.includes(role)),
  );
  const openPalette = () => setLayer('palette');
  useGoKeys(seen);
  usePaletteKey(openPalette);
  useShellCommands({ showKeys: () => setLayer('keys') });
  useRememberPage();
  return { layer, places: seen, openPalette, close: () => setLayer(undefined) };
};
