import { PeopleIcon, XIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import { useReader } from '../api/use-session.ts';
import { useMyTeams } from '../teams/use-my-teams.ts';
import { LiveItem } from './live-item.tsx';
import { type Place, places, settingsPlace } from './navigation.data.ts';
import styles from './navigation.module.css';
import { NavigationItem } from './navigation-item.tsx';
import { SyncItem } from './sync-item.tsx';

interface Props {
  /** True where it lies over the page: always with names, never folded. */
  readonly isSheet?: boolean;
  readonly onClose?: () => void;
}

/** One's own teams stand beneath all of them. */
const toPlace = ({ slug, name }: ReturnType<typeof useMyTeams>[number]): Place => ({
  path: `/teams/${slug}`,
  name,
  icon: PeopleIcon,
});

/** The way to every page. From 768 to 1011 px it folds to icons, whose names show on hover and focus. */
export const Navigation = ({ isSheet = false, onClose }: Props) => {
  const reader = useReader();
  const mine = useMyTeams().map(toPlace);
  const groups = places
    .map((group) =>
      group.filter(({ roles }) => roles === undefined || (reader && roles.includes(reader.role))),
    )
    .filter((group) => group.length > 0);
  return (
    <nav className={styles['navigation']} aria-label="Pages" data-sheet={isSheet || undefined}>
      {isSheet && (
        <div className={styles['close']}>
          <IconButton icon={XIcon} aria-label="Close the menu" variant="invisible" onClick={onClose} />
        </div>
      )}
      {groups.map((group) => (
        <ul key={group[0]?.path} className={styles['group']}>
          {group
            .flatMap((place) => (place.path === '/teams' ? [place, ...mine] : [place]))
            .map((place) => (
              <NavigationItem key={place.path} place={place} more={mine} />
            ))}
        </ul>
      ))}
      <ul className={styles['foot']}>
        <SyncItem />
        <LiveItem />
        <NavigationItem place={settingsPlace} />
      </ul>
    </nav>
  );
};
