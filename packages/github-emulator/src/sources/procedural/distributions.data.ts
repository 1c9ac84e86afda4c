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
    commentedLongAfter: 0.02,
    reviewedLongAfter: 0.01,
    /** Of those closed unmerged. */
    reopenedLongAfter: 0.06,
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
    /** Of names given up: used again for something else. */
    nameUsedAgain: 0.4,
    /** Of repositories transferred away. */
    returns: 0.4,
    /** Of work that falls on a weekend: done on the next Monday. */
    waitsForMonday: 0.85,
  },
  /** After the history's end, without a trace on the pull request. Of threads, and of comments. */
  quiet: { threadResolved: 0.15, commentEdited: 0.04, reviewCommentEdited: 0.04, withinDays: 90 },
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
    longAfter: { median: 700, p95: 5_000, atMost: 9_000 },
    reopening: { median: 100, p95: 2_200, atMost: 5_000 },
    /** From there to being closed for good. */
    reopened: { median: 50, p95: 700, atMost: 2_000 },
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
    /** Events that only tell of somebody named in a text: none, but in a bench's shape. */
    mentions: { median: 0.1, p95: 0.2, atMost: 0 },
    issueComments: { median: 1.5, p95: 9, atMost: 60 },
  },
  /** How many have 0, 1, 2… review rounds. */
  rounds: { people: [0.08, 0.52, 0.24, 0.11, 0.05], bots: [0.35, 0.6, 0.05] },
  mergeMethods: { squash: 0.6, merge: 0.3, rebase: 0.1 },
  /** Where people sit. */
  zones: [
    { offsetMinutes: -480, summerTime: 'america', share: 0.12 },
    { offsetMinutes: -300, summerTime: 'america', share: 0.2 },
    { offsetMinutes: 0, summerTime: 'europe', share: 0.18 },
    { offsetMinutes: 60, summerTime: 'europe', share: 0.28 },
    { offsetMinutes: 330, summerTime: 'none', share: 0.15 },
    { offsetMinutes: 540, summerTime: 'none', share: 0.07 },
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
  /** What happens to one repository, or one account, how often a year, once the history is over and time goes on. */
  yearly: {
    renamed: 0.12,
    left: 0.05,
    archived: 0.07,
    deleted: 0.04,
    accountRenamed: 0.06,
    accountDeleted: 0.04,
    /** Of repositories that could come from outside, of which there is one for every ten here. */
    arrived: 0.8,
  },
  visibilities: { PRIVATE: 0.75, INTERNAL: 0.15, PUBLIC: 0.1 },
  joinedLater: 0.3,
  leftSince: 0.06,
  publicEmail: 0.35,
  /** Their machine still signs with the login they had before. */
  renamedBefore: 0.06,
} as const satisfies Distributions;

/** How much hangs on a pull request: what a bench may choose. */
export interface PullShape {
  readonly counts: Readonly<Record<'commits' | 'files' | 'comments' | 'threads' | 'mentions', LogNormal>>;
  readonly rounds: { readonly people: readonly number[]; readonly bots: readonly number[] };
}

/** `typical` is the made-up company's; `average` has 3 reviews, 5 review comments, 4 commits, 8 files and 6 events in the mean. */
export const pullShapes = {
  typical: distributions,
  average: {
    counts: {
      commits: { median: 3.3, p95: 14, atMost: 240 },
      files: { median: 3, p95: 20, atMost: 100 },
      comments: { median: 1.2, p95: 19, atMost: 400 },
      threads: { median: 1.1, p95: 6.9, atMost: 60 },
      mentions: { median: 0.9, p95: 3.6, atMost: 40 },
    },
    rounds: { people: [0.04, 0.36, 0.32, 0.18, 0.1], bots: [0.1, 0.6, 0.3] },
  },
} as const satisfies Readonly<Record<string, PullShape>>;

interface Distributions {
  readonly share: Readonly<Record<string, number>>;
  readonly hours: Readonly<Record<string, LogNormal>>;
  readonly counts: Readonly<Record<string, LogNormal>>;
  readonly [other: string]: unknown;
}
