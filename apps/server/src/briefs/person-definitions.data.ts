import type { PersonFigure } from '@throughline/contract';

/** What each figure of a person's page counts, and what its rows are called. */
export const personDefinitions = {
  shipped: {
    title: 'Pull requests shipped',
    says: 'Pull requests merged in the period that an account linked to this person wrote, in the repositories you can see.',
  },
  repo: {
    title: 'Pull requests shipped in one repository',
    says: 'Pull requests of this repository merged in the period that an account linked to this person wrote.',
  },
  label: {
    title: 'Pull requests shipped with one label',
    says: 'Pull requests merged in the period that an account linked to this person wrote, by label. One with two labels stands under both.',
  },
  unblocked: {
    title: 'Pull requests of others unblocked',
    says: 'Pull requests of other people that moved on (a commit or the merge) within a day of this person’s first response or first approval, by when they moved. Those of bots and AI agents are left out.',
  },
  'first-response': {
    title: 'First responses given',
    says: 'How long pull requests of others waited from being ready for review until their first response, where that response was this person’s: a review, a review comment or a comment. Elapsed hours; what is excluded from figures is left out. Median and p90 from 10 on; below 5 the values themselves.',
  },
  outside: {
    title: 'Pull requests shipped outside the usual repository',
    says: 'Pull requests shipped in other repositories than the one this person usually works in: where most of their pull requests were merged in the 26 weeks until the period’s last day, of at least five, in the repositories you can see.',
  },
  kind: {
    title: 'Pull requests shipped, of one kind of work',
    says: 'Each pull request shipped is of one kind, by the first rule that fits its labels, else the beginning of its title, else the name of its branch; what no rule fits is not categorised.',
  },
  waiting: {
    title: 'Pull requests that wait for this person',
    says: 'Pull requests on which it is this person’s turn now, as author or as reviewer, in the repositories you can see. The same that stand on their Home.',
  },
  'waiting-for-others': {
    title: 'Pull requests of this person that wait for others',
    says: 'Pull requests this person wrote that wait for somebody else now, in the repositories you can see.',
  },
  refactor: {
    title: 'Refactoring shipped',
    says: 'Pull requests shipped that a label, the beginning of the title or the name of the branch calls a refactoring. They are part of maintenance.',
  },
} as const satisfies Readonly<Record<PersonFigure, { readonly title: string; readonly says: string }>>;

export const reviewsDefinition =
  'Reviews submitted in the period by an account linked to this person on pull requests of others, in the repositories you can see.';
