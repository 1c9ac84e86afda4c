import type { CraftedPull, CraftedRepository } from '@throughline/github-emulator';

/** Three people who review each other, `api` with two pull requests a day, `web` with each awkward sort, and an archive. */
const acmePeople = [
  { login: 'ada', name: 'Ada Novak', verifiedEmails: ['ada@acme.example'] },
  { login: 'bob', name: 'Bob Barker', verifiedEmails: ['bob@acme.example'] },
  { login: 'cyd', name: 'Cyd Öz', verifiedEmails: ['cyd@acme.example'] },
] as const;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const logins = acmePeople.map(({ login }) => login);
const people = { accounts: acmePeople, admins: ['ada'], members: logins };
const topics = [
  'Retry failed payouts',
  'Cache the ledger',
  'Name the queue',
  'Drop the old client',
  'Cap retries',
];

/** The organisation as it is at `nowMs`. */
export const craftAcme = (nowMs: number): readonly CraftedRepository[] => [
  {
    ...people,
    fullName: 'acme/api',
    teams: [
      { slug: 'engineering', members: [] },
      { slug: 'platform', members: logins, maintainers: ['bob'], parent: 'engineering' },
    ],
    pulls: craftSteadyPulls(nowMs),
  },
  { ...people, fullName: 'acme/web', record: { visibility: 'PUBLIC' }, pulls: craftAwkwardPulls(nowMs) },
  {
    ...people,
    fullName: 'acme/attic',
    record: { isArchived: true },
    startAt: toInstant(nowMs - 300 * dayMs),
    pulls: 3,
  },
  { ...people, fullName: 'acme/empty', pulls: 0 },
];

/** What one of them did in `acme/api` and `acme/web` within the last 30 days. */
export interface DoneLately {
  readonly shipped: number;
  readonly reviews: number;
}

/**
 * Counted from the specification, apart from everything the product does: since midnight in this zone 29 days before the
 * day that is on.
 */
export function countDoneLately(login: string, nowMs: number, zone: string): DoneLately {
  const pulls = [...craftSteadyPulls(nowMs), ...craftAwkwardPulls(nowMs)];
  const today = Temporal.Now.zonedDateTimeISO(zone).startOfDay();
  const fromMs = today.subtract({ days: 29 }).epochMilliseconds;
  const isLate = (instant: string | undefined) => instant !== undefined && Date.parse(instant) >= fromMs;
  return {
    shipped: pulls.filter((pull) => pull.author === login && isLate(pull.mergedAt)).length,
    reviews: pulls
      .filter((pull) => pull.author !== login && Array.isArray(pull.reviews))
      .flatMap((pull) => toList(pull.reviews))
      .filter((review) => review.author === login && isLate(review.submittedAt)).length,
  };
}

const acmePullTotals = { api: 120, web: 7, attic: 3, empty: 0 } as const;

function craftSteadyPulls(nowMs: number): readonly CraftedPull[] {
  return Array.from({ length: acmePullTotals.api }, (_, index) => {
    const author = logins[index % 3];
    const reviewer = logins[(index + 1) % 3];
    const createdMs = nowMs - (60 - index / 2) * dayMs - 5 * hourMs;
    return {
      title: `${topics[index % topics.length]}, part ${1 + Math.floor(index / topics.length)}`,
      ...(author === undefined ? {} : { author }),
      createdAt: toInstant(createdMs),
      mergedAt: toInstant(createdMs + 4 * hourMs),
      labels: index % 4 === 0 ? ['payouts'] : [],
      files: [{ path: 'src/payouts.ts', additions: 10 + index, deletions: index % 7 }],
      reviews: [
        {
          ...(reviewer === undefined ? {} : { author: reviewer }),
          submittedAt: toInstant(createdMs + 2 * hourMs),
        },
      ],
    };
  });
}

/** Everything that goes wrong with a pull request at GitHub, once. */
function craftAwkwardPulls(nowMs: number): readonly CraftedPull[] {
  const at = (daysAgo: number) => ({
    createdAt: toInstant(nowMs - daysAgo * dayMs),
    mergedAt: toInstant(nowMs - daysAgo * dayMs + hourMs),
  });
  return [
    { ...at(9), title: 'Its author is gone', author: 'ghost', reviews: [] },
    {
      ...at(8),
      title: 'Its fork and its commits are gone',
      author: 'bob',
      headRepository: 'gone',
      commits: 'gone',
      reviews: [],
    },
    {
      ...at(7),
      title: 'Its files are too many to count',
      author: 'cyd',
      files: 'unavailable',
      size: 'unknown',
      reviews: [],
    },
    { ...at(6), title: 'Bump the client library', author: 'dependabot[bot]', reviews: [] },
    { ...at(5), title: 'شحن الطلبات <b>not bold</b> & "quoted"', author: 'bob', reviews: [] },
    {
      createdAt: at(4).createdAt,
      title: 'Still a draft',
      author: 'ada',
      state: 'OPEN',
      isDraft: true,
      reviews: [],
    },
    {
      createdAt: at(3).createdAt,
      closedAt: at(2).createdAt,
      title: 'Closed without a merge',
      author: 'cyd',
      state: 'CLOSED',
      reviews: [],
    },
  ];
}

const toList = <Item>(items: number | readonly Item[] | undefined): readonly Item[] =>
  typeof items === 'number' || items === undefined ? [] : items;

const toInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
