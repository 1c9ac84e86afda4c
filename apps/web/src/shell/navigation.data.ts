import {
  BookmarkIcon,
  GearIcon,
  GitPullRequestIcon,
  GraphIcon,
  HomeIcon,
  type Icon,
  PeopleIcon,
  PersonIcon,
  RepoIcon,
  SyncIcon,
} from '@primer/octicons-react';
import type { Role } from '@throughline/contract';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  /** Leads here after `G`. */
  readonly key?: string;
  /** Who sees it; absent: everyone. */
  readonly roles?: readonly Role[];
}

/** The groups of the navigation from top to bottom. Only what exists is listed. */
export const places: readonly (readonly Place[])[] = [
  [
    { path: '/', name: 'Home', icon: HomeIcon, key: 'h' },
    { path: '/people/me', name: 'My page', icon: PersonIcon, key: 'm' },
  ],
  [
    { path: '/teams', name: 'Teams', icon: PeopleIcon, key: 't' },
    { path: '/people', name: 'People', icon: PersonIcon, roles: ['administrator', 'manager'] },
  ],
  [
    { path: '/pulls', name: 'Pull requests', icon: GitPullRequestIcon, key: 'p' },
    { path: '/repositories', name: 'Repositories', icon: RepoIcon, key: 'c' },
  ],
  [
    { path: '/reports', name: 'Reports', icon: GraphIcon, key: 'r' },
    { path: '/views', name: 'Views', icon: BookmarkIcon },
  ],
];

/** Last, under the state of the sync. */
export const settingsPlace: Place = { path: '/settings', name: 'Settings', icon: GearIcon };

/** At the foot, with its state in words. */
export const syncPlace: Place = {
  path: '/sync',
  name: 'Sync',
  icon: SyncIcon,
  key: 's',
  roles: ['administrator'],
};
