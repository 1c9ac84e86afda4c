import type { CraftedPull, CraftedRepository } from '@throughline/github-emulator';

const hourMs = 3_600_000;

/** Two repositories in which each pull request waits for something else. */
export const craftWaiting = (nowMs: number): readonly CraftedRepository[] => [
  {
    fullName: 'acme/payouts',
    accounts: [
      { login: 'ada', name: 'Ada Novak', verifiedEmails: ['ada@acme.example'] },
      { login: 'bob', name: 'Bob Barker', verifiedEmails: ['bob@acme.example'] },
    ],
    admins: ['ada'],
    members: ['ada', 'bob'],
    pulls: craftPulls(nowMs),
  },
];

function craftPulls(nowMs: number): readonly CraftedPull[] {
  const ago = (hours: number): string => `${new Date(nowMs - hours * hourMs).toISOString().slice(0, 19)}Z`;
  const commitAt = (hours: number) => [{ author: 'bob', at: ago(hours) }];
  const open = (hours: number, title: string): CraftedPull => ({
    title,
    state: 'OPEN',
    author: 'bob',
    createdAt: ago(hours),
    commits: commitAt(hours + 1),
    files: [{ path: 'src/payouts.ts', additions: 40, deletions: 8 }],
    reviews: [],
  });
  return [
    {
      ...open(40, 'Retry failed payouts with back-off'),
      requestedReviewers: ['ada'],
      events: [{ kind: 'ReviewRequestedEvent', createdAt: ago(26), actor: 'bob', requestedReviewer: 'ada' }],
    },
    {
      ...open(120, 'Cap retries per merchant'),
      reviews: [{ author: 'ada', state: 'CHANGES_REQUESTED', submittedAt: ago(100) }],
    },
    {
      ...open(110, 'Idempotency key on transfers'),
      reviews: [{ author: 'ada', state: 'APPROVED', submittedAt: ago(96) }],
    },
    {
      ...open(9, 'Move the ledger into its own schema'),
      files: [{ path: 'src/ledger.ts', additions: 1200, deletions: 140 }],
    },
    { ...open(60, 'Bump the client library'), author: 'dependabot[bot]' },
    { ...open(300, 'Draft of the new settlement'), isDraft: true },
    { ...open(30, 'Fix a typo in the docs'), state: 'MERGED', mergedAt: ago(20) },
    { ...open(70, 'Name the queue'), author: 'ada', state: 'MERGED', mergedAt: ago(50) },
  ];
}
