const figure = (value: number, rows: string, isAtLeast = false) => ({
  value,
  definition: 'What was merged.',
  rows,
  isAtLeast,
});
const period = {
  text: '2026-W47',
  label: '2026-W47',
  from: '2026-11-16',
  until: '2026-11-22',
  zone: 'UTC',
  isOver: false,
};
const scope = { visibleRepositories: 1, gaps: [], isMoving: false };
const repository = { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' };
const author = { login: 'kim', kind: 'User' };
const workRow = {
  repository,
  number: 7,
  title: 'Fix \u001b[31mit',
  path: '/gh/github.com/acme/api/pull/7',
  author,
  at: '2026-11-20T12:00:00Z',
  note: 'answered after 3 h',
};

const personPage = {
  slug: 'kim',
  name: 'Kim',
  isDemo: false,
  isMe: false,
  accounts: [],
  teams: [],
  looking: 'They can see that you looked.',
  period,
  ignored: [],
  sentence: '3 pull requests shipped.',
  shipped: figure(3, '/people/kim/rows?figure=shipped'),
  reviews: figure(1, '/reviews?reviewer=kim'),
  unblocked: figure(0, '/people/kim/rows?figure=unblocked'),
  by: 'repo',
  groups: [{ key: 'acme/api', name: 'acme/api', figure: figure(3, '/people/kim/rows?figure=repo') }],
  given: { repositories: 1, firstResponse: { n: figure(2, '/x'), valuesS: [7_200, 10_800] } },
  outside: { definition: 'Elsewhere.' },
  kinds: {
    parts: [{ kind: 'feature', name: 'Feature', figure: figure(2, '/x', true), sharePercent: 67 }],
    refactor: figure(0, '/x'),
  },
  waiting: {
    forThem: { figure: figure(1, '/x'), rows: [workRow] },
    forOthers: { figure: figure(0, '/x'), rows: [] },
  },
  weeks: [
    {
      startsOn: '2026-11-16',
      label: 'W47',
      shipped: figure(3, '/x'),
      reviews: figure(1, '/x'),
      isPartial: true,
    },
  ],
  scope,
};

const personRows = {
  person: { slug: 'kim', name: 'Kim' },
  title: 'Kinds of work',
  definition: 'What was merged.',
  rows: [workRow],
  total: 3,
  next: 'more',
  period,
  ignored: [],
  scope,
};

const shipped = {
  period,
  ignored: [],
  text: 'What Kim shipped\nChange 1\n',
  markdown: '# What Kim shipped\n* [Change 1](https://x)\n',
  scope: { ...scope, gaps: ['acme/web is still being read.'] },
};

const kimHit = { kind: 'person', title: 'Kim Park', detail: '@kim', path: '/people/kim' };

const metric = (n: number, values: readonly number[]) => ({
  name: 'A time',
  definition: 'From here to there.',
  figure: { n, missing: 0, values },
  rows: '/reports/cycle-time/rows',
  past: [],
});

const teamWeek = {
  team: { slug: 'payments', name: 'Payments', isDemo: false },
  hasMembers: true,
  week: { ...period, label: 'Week 47' },
  before: { text: '2026-W46', label: 'Week 46' },
  ignored: [],
  sentence: '1 landed.',
  merged: { figure: figure(1, '/x'), past: [] },
  opened: { figure: figure(1, '/x'), past: [] },
  reviewed: { figure: figure(1, '/x'), past: [] },
  waiting: figure(1, '/x'),
  firstResponse: {
    ...metric(2, [7_200, 10_800]),
    figure: { n: 2, missing: 0, values: [7_200, 10_800], working: { values: [3_600, 7_200] } },
    workingTime: { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
    usual: 14_400,
  },
  cycleTime: metric(0, []),
  exceptions: {
    hasAgreements: true,
    total: 1,
    path: '/teams/payments/exceptions',
    rows: [
      {
        repository,
        number: 7,
        title: workRow.title,
        path: workRow.path,
        author,
        group: 'first-review',
        agreement: 'first-review',
        turnOf: [],
        sinceAt: workRow.at,
        isBeyond: true,
        cause: 'too large',
        until: 'x',
        sentence: 'x',
      },
    ],
  },
  markdown: '## Payments\n',
  scope,
};

const member = (name: string, part: string, isLead: boolean) => ({
  part,
  isLead,
  source: 'hand',
  person: { slug: name.toLowerCase(), name, isMe: false },
});
const team = {
  teamId: 1,
  slug: 'payments',
  name: 'Payments',
  above: [{ slug: 'money', name: 'Money' }],
  below: [],
  workingDays: [1, 2, 3, 4, 5],
  isDemo: false,
  isMine: true,
  mayEdit: false,
  mayMove: false,
  today: '2026-11-21',
  members: [{ ...member('Kim', 'contributor', true), fromOn: '2026-01-01' }],
  futureMembers: [],
  formerMembers: [{ ...member('Robin', 'viewer', false), fromOn: '2025-01-01', untilOn: '2026-01-01' }],
};
const teamRow = {
  slug: 'payments',
  name: 'Payments',
  parentSlug: 'money',
  isMine: true,
  isDemo: false,
  contributors: 2,
  leads: [{ slug: 'kim', name: 'Kim' }],
};

const held = { kind: 'pull-requests', held: 61, percent: 61 };
const repositoryRow = {
  repositoryId: 1,
  hostName: 'github.com',
  fullName: 'acme/api',
  path: '/gh/github.com/acme/api',
  visibility: 'private',
  isArchived: true,
  isDemo: false,
  openNow: 2,
  mergedLately: 1,
  isRead: true,
  held,
};

/** What a Throughline answers, by path; what is not here is not found. */
export const answers: Readonly<Record<string, unknown>> = {
  '/api/people/kim/page': personPage,
  '/api/people/kim/rows': personRows,
  '/api/people/kim/shipped': shipped,
  '/api/search': { groups: [{ kind: 'person', hits: [kimHit] }] },
  '/api/teams': { teams: [teamRow], mayCreate: false },
  '/api/teams/payments': team,
  '/api/teams/payments/weeks/this-week': teamWeek,
  '/api/teams/payments/weeks/2026-W46': teamWeek,
  '/api/me/data': {
    user: { name: 'Kim', email: 'kim@example.com', role: 'member' },
    person: { slug: 'kim', name: 'Kim' },
    pages: { setting: 'own', says: 'Your page is yours alone.' },
    kinds: [
      { id: 'reviews', name: 'Reviews', what: 'x', kept: 'for good', count: 1_204 },
      { id: 'log', name: 'Log', what: 'x', kept: 'a year' },
    ],
    accounts: [
      { accountLinkId: 1, login: 'kim', hostName: 'github.com', evidence: [], linkedAt: workRow.at },
    ],
    emails: [],
    teams: [],
  },
  '/api/me/data.json': { kinds: [] },
  '/api/me/looks': {
    looks: [
      {
        at: '2026-11-21T11:00:00Z',
        name: 'Ada',
        role: 'administrator',
        what: ['your page'],
        isByKey: true,
        isRefused: false,
      },
      { at: '2026-11-21T10:00:00Z', what: [], isByKey: false, isRefused: true },
    ],
  },
  '/api/repository-rows': { repositories: [repositoryRow], total: 1 },
  '/api/gh/github.com/acme/api': {
    ...repositoryRow,
    isFork: false,
    defaultBranch: 'main',
    open: figure(2, '/x', true),
    merged: figure(1, '/x'),
    data: [held],
  },
  '/api/views': {
    views: [
      {
        viewId: 1,
        name: 'Merged',
        address: '/pulls?state=merged',
        team: { slug: 'payments', name: 'Payments' },
        isPinned: false,
        owner: 'Kim',
        mayEdit: true,
        isPartlyHidden: false,
        updatedAt: workRow.at,
      },
    ],
    teams: [],
  },
};
