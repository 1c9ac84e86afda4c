import { Dialog } from '@primer/react';
import styles from './peek-layer.module.css';
import type { PeekPanelProps } from './peek-panel-props.ts';

/** A look into one row over its list; the focus is kept inside and given back. */
export const PeekLayer = ({ title, onClose, children }: PeekPanelProps) => (
  <Dialog
    title={<span dir="auto">{title}</span>}
    width="large"
    position={{ narrow: 'fullscreen', regular: 'right' }}
    onClose={onClose}
  >
    <div className={styles['layer']}>{children}</div>
  </Dialog>
);
