import { bareRoute, page, rootRoute, shellRoute } from './frames.ts';

/**
 * Every page, one line each: its address, its file, its component. A page that belongs into the navigation also has a
 * line in `navigation.data.ts`.
 */
export const pages = rootRoute.addChildren([
  bareRoute.addChildren([
    page(bareRoute, '/setup/$token', () => import('../access/setup-page.tsx'), 'SetupPage'),
    page(bareRoute, '/signin', () => import('../access/sign-in-page.tsx'), 'SignInPage'),
  ]),
  shellRoute.addChildren([
    page(shellRoute, '/', () => import('../home/home-page.tsx'), 'HomePage'),
    page(shellRoute, '/people', () => import('../people/people-page.tsx'), 'PeoplePage'),
    page(shellRoute, '/people/new', () => import('../people/new-person-page.tsx'), 'NewPersonPage'),
    page(shellRoute, '/people/$slug', () => import('../people/person-page.tsx'), 'PersonPage'),
    page(shellRoute, '/people/$slug/accounts', () => import('../people/accounts-page.tsx'), 'AccountsPage'),
    page(shellRoute, '/pulls', () => import('../pulls/pulls-page.tsx'), 'PullsPage'),
    page(shellRoute, '/reviews', () => import('../pulls/reviews-page.tsx'), 'ReviewsPage'),
    page(shellRoute, '/help', () => import('../help/help-page.tsx'), 'HelpPage'),
    page(shellRoute, '/settings', () => import('../settings/settings-page.tsx'), 'SettingsPage'),
    page(shellRoute, '/settings/me', () => import('../access/me-page.tsx'), 'MePage'),
  ]),
]);
