import { XIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import styles from './peek-panel.module.css';
import type { PeekPanelProps } from './peek-panel-props.ts';
import { useFreeKey } from './use-free-key.ts';
import { useMedia } from './use-media.ts';

// Only a screen without room beside the list needs a layer over it.
const PeekLayer = lazy(async () => ({ default: (await import('./peek-layer.tsx')).PeekLayer }));

const besideFrom = '(min-width: 1400px)';

interface PeekedProps {
  /** The list. */
  readonly children: ReactNode;
  /** A `PeekPanel`, or undefined while nothing is looked into. */
  readonly panel: ReactNode;
}

/** A list and, from 1400 px on, the panel beside it. */
export const Peeked = ({ children, panel }: PeekedProps) => (
  <div className={styles['peeked']} data-open={(panel !== undefined && panel !== false) || undefined}>
    <div className={styles['list']}>{children}</div>
    {panel}
  </div>
);

/**
 * A look into one row: beside its list from 1400 px on, a layer at the right below, the whole screen on a narrow one.
 * Escape closes it. Stands in `Peeked`; what it shows stands in the address by `usePeek`.
 */
export const PeekPanel = (props: PeekPanelProps) => {
  const isBeside = useMedia(besideFrom);
  if (isBeside) return <PanelBeside {...props} />;
  return (
    <Suspense>
      <PeekLayer {...props} />
    </Suspense>
  );
};

const PanelBeside = ({ title, onClose, children }: PeekPanelProps) => {
  const id = useId();
  useFreeKey((key) => {
    if (key === 'Escape') onClose();
    return key === 'Escape';
  });
  return (
    <aside className={styles['panel']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']} dir="auto">
          {title}
        </h2>
        <IconButton icon={XIcon} aria-label="Close the panel" variant="invisible" onClick={onClose} />
      </div>
      <div className={styles['body']}>{children}</div>
    </aside>
  );
};
