import styles from './chart.module.css';

/** The names of the parts of a picture beside what each looks like, from the foot up. */
export const ChartKey = ({ parts }: { readonly parts: readonly string[] }) =>
  parts.length > 0 && (
    <ul className={styles['key']}>
      {parts.map((name, place) => (
        <li key={name}>
          <svg width="16" height="12" aria-hidden="true">
            <rect width="16" height="12" className={styles['part']} data-part={Math.min(place, 4)} />
            <path d={decals[place] ?? ''} className={styles['decal']} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );

/** As the drawing has them. */
const decals = ['', 'M0 3H16M0 9H16', 'M4 0V12M12 0V12', 'M0 12L12 0M4 16L16 4'];
