/** One page of the product, as it is looked at by checks and by people. */
export interface LookedAt {
  /** As in `apps/web/src/shell/pages.ts`. */
  readonly route: string;
  /** The address of one such page in the workspace that `acme` makes. */
  readonly path: string;
  /** What its main heading says. */
  readonly heading: string | RegExp;
  /** Who looks; an administrator unless told. */
  readonly reader?: 'nobody' | 'administrator';
}

/** Every page. A new route without a line here fails. */
export const lookedAt: readonly LookedAt[] = [
  {
    route: '/setup/$token',
    path: `/setup/${'x'.repeat(43)}`,
    heading: 'Throughline is set up',
    reader: 'nobody',
  },
  {
    route: '/join/$token',
    path: '{invitation}',
    heading: 'Join Throughline',
    reader: 'nobody',
  },
  { route: '/signin', path: '/signin', heading: 'Sign in to Throughline', reader: 'nobody' },
  { route: '/signin/return', path: '/signin/return', heading: 'Back from single sign-on', reader: 'nobody' },
  { route: '/github/leave', path: '/github/leave?window=none', heading: 'Going to GitHub' },
  { route: '/github/return', path: '/github/return', heading: 'Back from GitHub' },
  {
    route: '/welcome',
    path: '/welcome',
    heading: 'Welcome. Let’s see your team’s work.',
  },
  { route: '/', path: '/', heading: 'Home' },
  { route: '/people', path: '/people', heading: 'People' },
  { route: '/people/unlinked', path: '/people/unlinked', heading: 'Not linked' },
  { route: '/people/bots', path: '/people/bots', heading: 'Bots and AI agents' },
  { route: '/people/suggestions', path: '/people/suggestions', heading: 'Suggestions' },
  { route: '/people/import', path: '/people/import', heading: 'Import people' },
  { route: '/people/members', path: '/people/members', heading: 'From GitHub members' },
  { route: '/people/new', path: '/people/new', heading: 'Add a person' },
  { route: '/people/$slug', path: '/people/bob-barker', heading: 'Bob Barker' },
  {
    route: '/people/$slug/rows',
    path: '/people/bob-barker/rows?figure=shipped&period=2026',
    heading: 'Pull requests shipped',
  },
  {
    route: '/people/$slug/accounts',
    path: '/people/cyd-oz/accounts',
    heading: 'Cyd Öz: details and accounts',
  },
  { route: '/pulls', path: '/pulls', heading: 'Pull requests' },
  { route: '/attention', path: '/attention?repo=acme/web', heading: 'Attention now in acme/web' },
  { route: '/teams', path: '/teams', heading: 'Teams' },
  { route: '/teams/new', path: '/teams/new', heading: 'New team' },
  { route: '/teams/github', path: '/teams/github', heading: 'Take teams from GitHub' },
  { route: '/teams/import', path: '/teams/import', heading: 'Import teams' },
  { route: '/teams/$slug', path: '/teams/payments', heading: 'Payments' },
  { route: '/teams/$slug/week/$week', path: '/teams/payments/week/2026-W01', heading: 'Payments' },
  { route: '/teams/$slug/members', path: '/teams/payments/members', heading: 'Payments' },
  { route: '/teams/$slug/settings', path: '/teams/payments/settings', heading: 'Payments' },
  {
    route: '/teams/$slug/agreements',
    path: '/teams/payments/agreements',
    heading: 'Working agreements of Payments',
  },
  {
    route: '/teams/$slug/exceptions',
    path: '/teams/payments/exceptions?period=last-30-days',
    heading: 'Exceptions in Payments',
  },
  {
    route: '/gh/$host/$owner/$name/pull/$number',
    path: '{repository}/pull/1',
    heading: /./,
  },
  { route: '/reports', path: '/reports', heading: 'Reports' },
  { route: '/reports/flow', path: '/reports/flow?period=last-30-days', heading: 'Flow' },
  { route: '/reports/$metric', path: '/reports/cycle-time?period=last-30-days', heading: 'Cycle time' },
  {
    route: '/reports/$metric/rows',
    path: '/reports/open-now/rows',
    heading: 'Open now',
  },
  { route: '/views', path: '/views', heading: 'Views' },
  { route: '/reviews', path: '/reviews?reviewer=bob-barker', heading: 'Reviews given' },
  { route: '/repositories', path: '/repositories', heading: 'Repositories' },
  { route: '/gh/$host/$owner/$name', path: '{repository}', heading: 'acme/api' },
  { route: '/gh/$', path: '/gh/acme/no-such/pull/3', heading: 'This address leads nowhere here' },
  { route: '/search', path: '/search?q=ledger', heading: 'Search' },
  { route: '/doctor', path: '/doctor?about=acme/no-such', heading: 'Doctor' },
  { route: '/help', path: '/help', heading: 'Help' },
  { route: '/settings', path: '/settings', heading: 'Settings' },
  { route: '/settings/me', path: '/settings/me', heading: 'You' },
  { route: '/settings/me', path: '/settings/me?tab=stored', heading: 'You' },
  { route: '/settings/me', path: '/settings/me?tab=looks', heading: 'You' },
  { route: '/settings/exclusions', path: '/settings/exclusions', heading: 'Exclusions' },
  { route: '/settings/keys', path: '/settings/keys', heading: 'API keys' },
  { route: '/sync', path: '/sync', heading: 'Sync' },
  { route: '/settings/github', path: '/settings/github', heading: 'GitHub Integration' },
  { route: '/settings/github/new', path: '/settings/github/new', heading: 'Connect GitHub' },
  { route: '/settings/github/$name', path: '/settings/github/acme', heading: 'acme' },
  {
    route: '/settings/github/$name/repositories',
    path: '/settings/github/acme/repositories',
    heading: 'acme',
  },
  { route: '/settings/github/$name/data', path: '/settings/github/acme/data', heading: 'acme' },
  { route: '/settings/github/$name/actions', path: '/settings/github/acme/actions', heading: 'acme' },
  { route: '/settings/github/$name/webhooks', path: '/settings/github/acme/webhooks', heading: 'acme' },
  { route: '/settings/github/$name/doctor', path: '/settings/github/acme/doctor', heading: 'acme' },
  { route: '/settings/github/$name/log', path: '/settings/github/acme/log', heading: 'acme' },
  { route: '/settings/github/$name/danger', path: '/settings/github/acme/danger', heading: 'acme' },
  { route: '/settings/sign-in', path: '/settings/sign-in', heading: 'Sign-in' },
  { route: '/settings/users', path: '/settings/users', heading: 'Users' },
  {
    route: '/settings/users/$userId',
    path: '/settings/users/{member}',
    heading: /^Repositories that Cyd Öz sees/,
  },
  { route: '/settings/workspace', path: '/settings/workspace', heading: 'Workspace' },
  { route: '/people/corrections', path: '/people/corrections', heading: 'Corrections' },
  { route: '/audit', path: '/audit', heading: 'Audit log' },
  { route: '/$', path: '/no/such/page', heading: 'Nothing here that you can see.' },
];
