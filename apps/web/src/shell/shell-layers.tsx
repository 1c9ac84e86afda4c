import { lazy, Suspense } from 'react';
import type { ShellLayer } from './use-shell-layer.ts';

const Palette = lazy(async () => ({ default: (await import('../search/palette.tsx')).Palette }));
const KeyMap = lazy(async () => ({ default: (await import('./key-map.tsx')).KeyMap }));

/** The palette, or the keys of the page, over whatever page is open; their code comes with the first use. */
export const ShellLayers = ({ layer, places, close }: ShellLayer) => (
  <Suspense>
    {layer === 'palette' && <Palette places={places} onClose={close} />}
    {layer === 'keys' && <KeyMap places={places} onClose={close} />}
  </Suspense>
);
