import type { ReadData } from '@throughline/contract';

/** Each kind of data where it is chosen for the first time: what it is, and what is not known without it. */
export const askedDataWords: Readonly<
  Record<ReadData, { readonly name: string; readonly short: string; readonly without: string }>
> = {
  'pull-requests': {
    short: 'pull requests',
    name: 'Pull requests, with their reviews, comments and commits',
    without: 'Without them there is no list, no figure and no page of work.',
  },
  files: {
    short: 'their files',
    name: 'Files of pull requests',
    without: 'Without them, where code lands and how big a change is by path stay unknown.',
  },
  members: {
    short: 'members and teams',
    name: 'Members and teams',
    without: 'Without them, people and teams are made by hand or from a file.',
  },
};
