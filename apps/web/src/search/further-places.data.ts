import {
  AlertIcon,
  CommentIcon,
  EyeIcon,
  GraphIcon,
  HubotIcon,
  LightBulbIcon,
  PeopleIcon,
  PersonAddIcon,
  PersonIcon,
  PlugIcon,
  PulseIcon,
  UnlinkIcon,
  UploadIcon,
} from '@primer/octicons-react';
import type { Place } from '../shell/navigation.data.ts';

const managers = ['administrator', 'manager'] as const;
const administrators = ['administrator'] as const;

/** Pages that lie beneath those of the navigation and of settings: the palette leads to them too. */
export const furtherPlaces: readonly Place[] = [
  { path: '/attention', name: 'Attention now', icon: AlertIcon },
  { path: '/doctor', name: 'Doctor: Why don’t I see …?', icon: PulseIcon },
  { path: '/reports/flow', name: 'Flow', icon: GraphIcon },
  { path: '/settings/me?tab=stored', name: 'Settings: What is stored about you', icon: PersonIcon },
  { path: '/settings/me?tab=looks', name: 'Settings: Who looked at your page', icon: EyeIcon },
  { path: '/settings/me?tab=corrections', name: 'Settings: Corrections you asked for', icon: CommentIcon },
  { path: '/people/unlinked', name: 'People: Not linked', icon: UnlinkIcon, roles: managers },
  { path: '/people/bots', name: 'People: Bots and AI agents', icon: HubotIcon, roles: managers },
  { path: '/people/suggestions', name: 'People: Suggestions', icon: LightBulbIcon, roles: administrators },
  { path: '/people/corrections', name: 'People: Corrections', icon: CommentIcon, roles: administrators },
  { path: '/people/new', name: 'People: Add a person', icon: PersonAddIcon, roles: administrators },
  { path: '/people/import', name: 'People: Import a file', icon: UploadIcon, roles: administrators },
  { path: '/people/members', name: 'People: From GitHub members', icon: PeopleIcon, roles: administrators },
  { path: '/teams/new', name: 'Teams: New team', icon: PeopleIcon, roles: managers },
  { path: '/teams/github', name: 'Teams: Take from GitHub', icon: PeopleIcon, roles: managers },
  { path: '/teams/import', name: 'Teams: Import a file', icon: UploadIcon, roles: managers },
  { path: '/settings/github/new', name: 'Connect GitHub', icon: PlugIcon, roles: administrators },
];
