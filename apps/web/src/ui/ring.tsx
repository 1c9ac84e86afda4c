import styles from './ring.module.css';

/** Of a circle of radius 6. */
const around = 2 * Math.PI * 6;

/** A share as a ring, for those who see; the words for it stand beside it. In eighths, so that partial never looks whole. */
export const Ring = ({ percent }: { readonly percent: number }) => (
  <svg
    className={styles['ring']}
    data-whole={percent >= 100 || undefined}
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <circle className={styles['ground']} cx="8" cy="8" r="6" />
    <circle
      className={styles['share']}
      cx="8"
      cy="8"
      r="6"
      strokeDasharray={`${(around * toEighths(percent)) / 8} ${around}`}
      transform="rotate(-90 8 8)"
    />
  </svg>
);

const toEighths = (percent: number): number =>
  percent === 0 ? 0 : Math.max(1, Math.floor((percent * 8) / 100));
