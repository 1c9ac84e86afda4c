import type { LogNormal } from './draws.ts';

/** How a made-up organisation behaves. Shares are of 1, times in hours; a test freezes what seed 7 makes of them. */
export const distributions = {
  /** Of all pull requests, unless said otherwise. */
  share: {
    /** Of people's; of all it is 8 in a hundred. */
    bornDraft: 0.091,
    /** Of closed drafts: never made ready. */
    neverReady: 0.4,
    /** A little over the 3 in a hundred aimed at, for those still waiting for their first review have none. */
    forcePushed: 0.031,
    ghostAuthor: 0.008,
    fromFork: 0.05,
    /** Of forks. */
    forkGone: 0.3,
    merged: 0.905,
    closedUnmerged: 0.075,
    reopened: 0.015,
    reverts: 0.02,
    /** Of those with more than one review round: an early approval is dismissed. */
    dismissed: 0.09,
    commentedAfterEnd: 0.06,
    retargeted: 0.01,
    retitled: 0.02,
    convertedToDraft: 0.01,
    assigned: 0.25,
    teamRequested: 0.1,
    taskKey: 0.12,
    closesIssue: 0.15,
    body: 0.85,
    /** Of commits: an e-mail no account has. */
    unknownEmail: 0.03,
    coAuthored: 0.04,
    /** Of people's: more than a hundred files. With bots' small ones it makes one in a hundred of all. */
    hugeChange: 0.0115,
    botComment: 0.12,
    resolvedThread: 0.72,
    outdatedThread: 0.35,
    /** Of work that falls on a weekend: done on the next Monday. */
    waitsForMonday: 0.85,
  },
  bots: [
    { login: 'renovate', id: 29_139_614, share: 0.05 },
    { login: 'dependabot', id: 49_699_333, share: 0.04 },
    { login: 'copilot-swe-agent', id: 198_982_749, share: 0.02 },
    { login: 'github-actions', id: 41_898_282, share: 0.01 },
  ],
  hours: {
    /** From ready to the first review; a little under the 6 hours aimed at, for weekends lengthen it. */
    firstReview: { median: 5.75, p95: 78, atMost: 1_400 },
    nextRound: { median: 4, p95: 60, atMost: 700 },
    end: { median: 1.5, p95: 40, atMost: 700 },
    draft: { median: 20, p95: 150, atMost: 1_400 },
    unreviewedEnd: { median: 2, p95: 70, atMost: 1_400 },
    afterEnd: { median: 6, p95: 120, atMost: 700 },
    issue: { median: 72, p95: 1_400, atMost: 8_000 },
  },
  counts: {
    commits: { median: 2, p95: 11, atMost: 240 },
    files: { median: 3, p95: 24, atMost: 100 },
    hugeFiles: { median: 160, p95: 900, atMost: 3_000 },
    linesAdded: { median: 11, p95: 130, atMost: 6_000 },
    linesDeleted: { median: 4, p95: 70, atMost: 6_000 },
    /** 99 in 100 below 60. */
    comments: { median: 1.2, p95: 19, atMost: 400 },
    threads: { median: 0.8, p95: 6, atMost: 60 },
    issueComments: { median: 1.5, p95: 9, atMost: 60 },
  },
  /** How many have 0, 1, 2… review rounds. */
  rounds: { people: [0.08, 0.52, 0.24, 0.11, 0.05], bots: [0.35, 0.6, 0.05] },
  mergeMethods: { squash: 0.6, merge: 0.3, rebase: 0.1 },
  /** Where people sit: minutes east of Greenwich, without summer time. */
  zones: [
    { offsetMinutes: -480, share: 0.12 },
    { offsetMinutes: -300, share: 0.2 },
    { offsetMinutes: 0, share: 0.18 },
    { offsetMinutes: 60, share: 0.28 },
    { offsetMinutes: 330, share: 0.15 },
    { offsetMinutes: 540, share: 0.07 },
  ],
  /** Monday first. */
  weekdays: [1, 1.08, 1.06, 1.02, 0.84, 0.06, 0.07],
  /** Local hours from midnight. */
  dayHours: [
    0.02, 0.01, 0.01, 0.01, 0.01, 0.02, 0.06, 0.2, 0.55, 0.9, 1, 1, 0.7, 0.75, 0.95, 1, 0.95, 0.8, 0.45, 0.25,
    0.2, 0.18, 0.12, 0.05,
  ],
  /** Pull requests a person makes a week: decides how far back the history goes. */
  pullsPerPersonWeek: 1.6,
  historyWeeks: { atLeast: 26, atMost: 312 },
  peoplePerTeam: 7,
  ownTeamShare: 0.75,
  /** 1: everybody does as much; the more, the more the first of a team do. */
  unevenness: 1.25,
  archivedRepositories: 0.07,
  visibilities: { PRIVATE: 0.75, INTERNAL: 0.15, PUBLIC: 0.1 },
  joinedLater: 0.3,
  leftSince: 0.06,
  publicEmail: 0.35,
} as const satisfies Distributions;

interface Distributions {
  readonly share: Readonly<Record<string, number>>;
  readonly hours: Readonly<Record<string, LogNormal>>;
  readonly counts: Readonly<Record<string, LogNormal>>;
  readonly [other: string]: unknown;
}
