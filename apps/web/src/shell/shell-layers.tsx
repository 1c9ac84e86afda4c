import { lazy, Suspense, useEffect } from 'react';
import type { ShellLayer } from './use-shell-layer.ts';

const loadPalette = () => import('../search/palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeyMap = lazy(async () => ({ default: (await import('./key-map.tsx')).KeyMap }));

/** By then the page has what it needs; the palette is then there at once when it is asked for. */
const idleMs = 3_000;

/** The palette, or the keys of the page, over whatever page is open; their code comes when nothing else does. */
export const ShellLayers = ({ layer, places, close }: ShellLayer) => {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), idleMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense>
      {layer === 'palette' && <Palette places={places} onClose={close} />}
      {layer === 'keys' && <KeyMap places={places} onClose={close} />}
    </Suspense>
  );
};
