import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PathLink } from '../ui/path-link.tsx';
import { isAtPlace } from './is-at-place.ts';
import { type Place, places } from './navigation.data.ts';
import styles from './navigation-item.module.css';

interface Props {
  readonly place: Place;
  /** A second line beneath the name: the state in words. */
  readonly words?: ReactNode;
  /** Places beside those that are always there: one's own teams. */
  readonly more?: readonly Place[];
}

const paths = places.flat().map(({ path }) => path);

/** One place of the navigation. */
export const NavigationItem = ({ place: { path, name, icon: Picture }, words, more = [] }: Props) => {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const isHere = isAtPlace(here, path, [...paths, ...more.map((place) => place.path)]);
  return (
    <li className={styles['item']} data-here={isHere || undefined}>
      <PathLink path={path} className={styles['link']} isHere={isHere}>
        <Picture />
        <span className={styles['name']}>
          {name}
          {words !== undefined && <span className={styles['words']}>{words}</span>}
        </span>
      </PathLink>
    </li>
  );
};
