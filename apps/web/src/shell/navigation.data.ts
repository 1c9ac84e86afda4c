import {
  GearIcon,
  GitPullRequestIcon,
  HomeIcon,
  type Icon,
  PeopleIcon,
  PersonIcon,
} from '@primer/octicons-react';
import type { Role } from '@throughline/contract';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  /** Who sees it; absent: everyone. */
  readonly roles?: readonly Role[];
}

/** The groups of the navigation from top to bottom. Only what exists is listed. */
export const places: readonly (readonly Place[])[] = [
  [
    { path: '/', name: 'Home', icon: HomeIcon },
    { path: '/people/me', name: 'My page', icon: PersonIcon },
  ],
  [{ path: '/people', name: 'People', icon: PeopleIcon, roles: ['administrator', 'manager'] }],
  [{ path: '/pulls', name: 'Pull requests', icon: GitPullRequestIcon }],
];

/** Last, under the state of the sync. */
export const settingsPlace: Place = { path: '/settings', name: 'Settings', icon: GearIcon };
