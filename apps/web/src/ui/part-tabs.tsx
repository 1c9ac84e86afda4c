import { useEffect, useRef } from 'react';
import { toNumber } from './number-words.ts';
import styles from './part-tabs.module.css';
import { PathLink } from './path-link.tsx';

interface PartTab {
  readonly path: string;
  readonly name: string;
  readonly isHere?: boolean;
  /** How many rows it has. */
  readonly count?: number | undefined;
}

interface Props {
  /** Whose parts they are, for readers who do not see: "Parts of this team". */
  readonly label: string;
  readonly tabs: readonly PartTab[];
}

/** The parts of a page, each a page of its own. On a narrow screen they scroll sideways, the one that is open in view. */
export const PartTabs = ({ label, tabs }: Props) => {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && here) row.current.scrollLeft = here.offsetLeft - row.current.offsetLeft;
  }, []);
  return (
    <nav ref={row} aria-label={label} className={styles['tabs']}>
      {tabs.map(({ path, name, isHere = false, count }) => (
        <PathLink key={name} path={path} isHere={isHere} className={styles['tab']}>
          {name}
          {count !== undefined && <span className={styles['count']}> {toNumber(count)}</span>}
        </PathLink>
      ))}
    </nav>
  );
};
