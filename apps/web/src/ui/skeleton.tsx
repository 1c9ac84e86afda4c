import { SkeletonBox } from '@primer/react';
import styles from './skeleton.module.css';
import { useDelay } from './use-delay.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  /** What is awaited, said to readers who do not see: "Loading connections". */
  readonly label: string;
  readonly rows?: number;
  /** Height of a row in pixels, so that nothing moves when the content arrives. */
  readonly rowHeight?: number;
}

/** The shape of what is awaited; for the first 200 ms nothing is shown, because most answers are here by then. */
export const Skeleton = ({ label, rows = 3, rowHeight = 48 }: Props) => {
  const isLate = useDelay(200);
  const height = `${rowHeight - 16}px`;
  return (
    <div className={styles['skeleton']} style={{ minHeight: rows * rowHeight }} aria-busy="true">
      {isLate && <VisuallyHidden>{label}</VisuallyHidden>}
      {isLate && Array.from({ length: rows }, (_, row) => <SkeletonBox key={row} height={height} />)}
    </div>
  );
};
