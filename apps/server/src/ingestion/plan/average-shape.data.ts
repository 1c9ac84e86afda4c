import type { PullRequestShape } from './pull-request-shape.ts';

/**
 * A pull request of an average organisation: 3 reviews, 5 review comments in 3 threads, 4 commits, 8 files and 6 events,
 * of which 5 are of kinds that are kept. One in a hundred changes more than a hundred files (log-normal, median 160, 95th
 * percentile 900), one in two hundred is talked about for more than a page.
 */
export const averageShape: PullRequestShape = {
  entries: {
    reviews: 3,
    comments: 4.5,
    'review-comments': 5,
    threads: 3,
    commits: 4,
    files: 8,
    events: 5,
    labels: 1,
    assignees: 0.25,
    'review-requests': 0.5,
    'closing-issues': 0.15,
  },
  longTimelines: { share: 0.007, answersEach: 1.2, answersOfTen: 2 },
  longFiles: { share: 0.01, answersEach: 2.6, answersOfTen: 9 },
};

/** Fewer pull requests than this say too little about the others. */
export const leastMeasured = 200;
