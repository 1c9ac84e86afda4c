import styles from './part-here.module.css';
import { Ring } from './ring.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** How much of what a figure rests on is here; nothing is said where all of it is. */
export const PartHere = ({ percent }: { readonly percent: number }) => (
  <span className={styles['part']}>
    <Ring percent={percent} /> {percent} %<VisuallyHidden> of what this rests on is here</VisuallyHidden>
  </span>
);
