import styles from './chart.module.css';
import type { ChartPlaces } from './chart-places.ts';

/** Stripes in four ways, so that parts are told apart without their colours, and what is partial from what is whole. */
export const ChartDecals = ({ toDecal }: Pick<ChartPlaces, 'toDecal'>) => (
  <defs>
    {[undefined, 'M0 4H8', 'M4 0V8', 'M0 8L8 0', undefined].map((path, place) => (
      <pattern key={place} id={toDecal(place)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={styles['part']} data-part={place} />
        {path !== undefined && <path d={path} className={styles['decal']} />}
      </pattern>
    ))}
    <pattern id={toDecal('partial')} width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M0 6L6 0" className={styles['hatch']} />
    </pattern>
  </defs>
);
