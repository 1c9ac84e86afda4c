import type { Metric, MetricDivision } from '@throughline/contract';

export const groupNames: readonly (readonly [Metric['group'], string])[] = [
  ['time', 'Time'],
  ['review', 'Review'],
  ['size', 'Size'],
  ['flow', 'Flow'],
  ['together', 'Working together'],
];

/** What the value is of the rows it rests on. */
export const summaryNames: Readonly<Record<Metric['summary'], string>> = {
  median: 'median',
  mean: 'sum of the means of the stages',
  share: 'share',
  ratio: 'sum divided by sum',
  count: 'count',
  distribution: 'count by part',
  index: 'index from 0 to 1',
};

/** By which event a pull request belongs to a period. */
export const eventNames: Readonly<Record<Metric['event'], string>> = {
  merged: 'the period in which it was merged',
  ended: 'the period in which it was merged or closed',
  opened: 'the period in which it was opened',
  responded: 'the period of its first response',
  now: 'this moment, whatever the period',
};

/** What became of a pull request on the day by which it counts. */
export const eventDays: Readonly<Record<Metric['event'], string>> = {
  merged: 'merged',
  ended: 'merged or closed',
  opened: 'opened',
  responded: 'first responded to',
  now: 'opened',
};

export const divisionNames: Readonly<Record<MetricDivision, string>> = {
  week: 'Week',
  month: 'Month',
  repo: 'Repository',
  team: 'Team',
  label: 'Label',
};

/** Beside every metric's own exclusions. */
export const leftOutOfAll =
  'Left out of every metric, and listed with the reason: pull requests of bots and AI agents, of people who are left out, left out by hand or by a rule, and those of repositories that are left out.';

export const presetNames: Readonly<Record<string, string>> = {
  devlake: 'devlake: like DevLake',
  sei: 'sei: like lead time by stage',
  flow: 'flow: like Flow',
  'from-opened': 'from-opened: from the opening',
};

/** Parameters of the address that say what a metric is about. */
export const questionNames = ['repo', 'team', 'person', 'label', 'period', 'by', 'preset'] as const;
