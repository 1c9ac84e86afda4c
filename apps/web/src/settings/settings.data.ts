import {
  GlobeIcon,
  type Icon,
  KeyIcon,
  LogIcon,
  PeopleIcon,
  PersonIcon,
  PlugIcon,
  ShieldLockIcon,
  SkipIcon,
} from '@primer/octicons-react';

interface SettingsPlace {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  readonly says: string;
  readonly isForAdministrators: boolean;
}

/** The pages of settings. */
export const settingsPlaces: readonly SettingsPlace[] = [
  {
    path: '/settings/me',
    name: 'You',
    icon: PersonIcon,
    says: 'Your account, your GitHub account, how you sign in, what is stored about you, who looked, and corrections.',
    isForAdministrators: false,
  },
  {
    path: '/settings/keys',
    name: 'API keys',
    icon: KeyIcon,
    says: 'Keys with which programs, the command line among them, speak for you.',
    isForAdministrators: false,
  },
  {
    path: '/settings/github',
    name: 'GitHub Integration',
    icon: PlugIcon,
    says: 'Connections to organisations, their tokens, and what is read of them.',
    isForAdministrators: true,
  },
  {
    path: '/settings/users',
    name: 'Users',
    icon: PeopleIcon,
    says: 'Who signs in, with which role, and which repositories they see.',
    isForAdministrators: true,
  },
  {
    path: '/settings/sign-in',
    name: 'Sign-in',
    icon: ShieldLockIcon,
    says: 'Single sign-on, sign in with GitHub, and who signs in by password.',
    isForAdministrators: true,
  },
  {
    path: '/settings/workspace',
    name: 'Workspace',
    icon: GlobeIcon,
    says: 'Its name, the zone in which weeks begin, and who may open a person’s page.',
    isForAdministrators: true,
  },
  {
    path: '/settings/exclusions',
    name: 'Exclusions',
    icon: SkipIcon,
    says: 'Rules that leave pull requests out of all figures, and why.',
    isForAdministrators: true,
  },
  {
    path: '/audit',
    name: 'Audit log',
    icon: LogIcon,
    says: 'What was changed here, when, and by whom.',
    isForAdministrators: true,
  },
];
