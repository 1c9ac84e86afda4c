import { administratorRoute, bareRoute, firstStepsRoute, page, rootRoute, shellRoute } from './frames.ts';

/**
 * Every page, one line each: its address, its file, its component. A page that belongs into the navigation also has a
 * line in `navigation.data.ts`.
 */
export const pages = rootRoute.addChildren([
  bareRoute.addChildren([
    page(bareRoute, '/setup/$token', () => import('../access/setup-page.tsx'), 'SetupPage'),
    page(bareRoute, '/join/$token', () => import('../access/join-page.tsx'), 'JoinPage'),
    page(bareRoute, '/signin', () => import('../access/sign-in-page.tsx'), 'SignInPage'),
  ]),
  firstStepsRoute.addChildren([
    page(firstStepsRoute, '/welcome', () => import('../github-access/welcome-page.tsx'), 'WelcomePage'),
  ]),
  shellRoute.addChildren([
    page(shellRoute, '/', () => import('../home/home-page.tsx'), 'HomePage'),
    page(shellRoute, '/people', () => import('../people/people-page.tsx'), 'PeoplePage'),
    page(shellRoute, '/people/new', () => import('../people/new-person-page.tsx'), 'NewPersonPage'),
    page(shellRoute, '/people/$slug', () => import('../people/person-page.tsx'), 'PersonPage'),
    page(shellRoute, '/people/$slug/rows', () => import('../people/person-rows-page.tsx'), 'PersonRowsPage'),
    page(shellRoute, '/people/$slug/accounts', () => import('../people/accounts-page.tsx'), 'AccountsPage'),
    page(shellRoute, '/teams', () => import('../teams/teams-page.tsx'), 'TeamsPage'),
    page(shellRoute, '/teams/new', () => import('../teams/new-team-page.tsx'), 'NewTeamPage'),
    page(shellRoute, '/teams/github', () => import('../teams/github-teams-page.tsx'), 'GithubTeamsPage'),
    page(shellRoute, '/teams/$slug', () => import('../teams/team-week-page.tsx'), 'TeamWeekPage'),
    page(shellRoute, '/teams/$slug/week/$week', () => import('../teams/team-week-page.tsx'), 'TeamWeekPage'),
    page(
      shellRoute,
      '/teams/$slug/members',
      () => import('../teams/team-members-page.tsx'),
      'TeamMembersPage',
    ),
    page(
      shellRoute,
      '/teams/$slug/settings',
      () => import('../teams/team-settings-page.tsx'),
      'TeamSettingsPage',
    ),
    page(shellRoute, '/pulls', () => import('../pulls/pulls-page.tsx'), 'PullsPage'),
    page(shellRoute, '/attention', () => import('../attention/attention-page.tsx'), 'AttentionPage'),
    page(
      shellRoute,
      '/teams/$slug/agreements',
      () => import('../attention/agreements-page.tsx'),
      'AgreementsPage',
    ),
    page(
      shellRoute,
      '/teams/$slug/exceptions',
      () => import('../attention/exceptions-page.tsx'),
      'ExceptionsPage',
    ),
    page(shellRoute, '/reports', () => import('../reports/reports-page.tsx'), 'ReportsPage'),
    page(shellRoute, '/reports/$metric', () => import('../reports/metric-page.tsx'), 'MetricPage'),
    page(
      shellRoute,
      '/reports/$metric/rows',
      () => import('../reports/metric-rows-page.tsx'),
      'MetricRowsPage',
    ),
    page(shellRoute, '/reviews', () => import('../pulls/reviews-page.tsx'), 'ReviewsPage'),
    page(
      shellRoute,
      '/repositories',
      () => import('../repositories/repositories-page.tsx'),
      'RepositoriesPage',
    ),
    page(
      shellRoute,
      '/gh/$host/$owner/$name',
      () => import('../repositories/repository-page.tsx'),
      'RepositoryPage',
    ),
    page(
      shellRoute,
      '/gh/$host/$owner/$name/pull/$number',
      () => import('../pulls/pull-request-page.tsx'),
      'PullRequestPage',
    ),
    page(shellRoute, '/gh/$', () => import('../search/address-page.tsx'), 'AddressPage'),
    page(shellRoute, '/search', () => import('../search/search-page.tsx'), 'SearchPage'),
    page(shellRoute, '/help', () => import('../help/help-page.tsx'), 'HelpPage'),
    page(shellRoute, '/settings', () => import('../settings/settings-page.tsx'), 'SettingsPage'),
    page(shellRoute, '/$', () => import('./not-found-page.tsx'), 'NotFoundPage'),
    page(shellRoute, '/settings/me', () => import('../access/me-page.tsx'), 'MePage'),
    page(shellRoute, '/settings/exclusions', () => import('../pulls/exclusions-page.tsx'), 'ExclusionsPage'),
    page(shellRoute, '/settings/keys', () => import('../settings/keys-page.tsx'), 'KeysPage'),
    administratorRoute.addChildren([
      page(administratorRoute, '/sync', () => import('../ingestion/sync-page.tsx'), 'SyncPage'),
      page(
        administratorRoute,
        '/settings/github',
        () => import('../github-access/connections-page.tsx'),
        'ConnectionsPage',
      ),
      page(
        administratorRoute,
        '/settings/github/new',
        () => import('../github-access/wizard/connect-page.tsx'),
        'ConnectPage',
      ),
      page(
        administratorRoute,
        '/settings/github/$name',
        () => import('../github-access/connection-page.tsx'),
        'ConnectionPage',
      ),
      page(administratorRoute, '/settings/users', () => import('../access/users-page.tsx'), 'UsersPage'),
      page(
        administratorRoute,
        '/settings/users/$userId',
        () => import('../access/grants-page.tsx'),
        'GrantsPage',
      ),
      page(
        administratorRoute,
        '/settings/workspace',
        () => import('../access/workspace-page.tsx'),
        'WorkspacePage',
      ),
      page(
        administratorRoute,
        '/people/corrections',
        () => import('../people/person-corrections-page.tsx'),
        'PersonCorrectionsPage',
      ),
      page(administratorRoute, '/audit', () => import('../access/audit-page.tsx'), 'AuditPage'),
    ]),
  ]),
]);
