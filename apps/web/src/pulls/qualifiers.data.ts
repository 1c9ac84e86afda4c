import type { PullParamName } from '@throughline/contract';

/** From where the values of a qualifier come. */
export type ValueSource =
  | 'states'
  | 'people'
  | 'teams'
  | 'repositories'
  | 'labels'
  | 'bases'
  | 'reviews'
  | 'missing'
  | 'days'
  | 'periods'
  | 'words';

export interface Qualifier {
  readonly name: PullParamName;
  /** "Author" */
  readonly title: string;
  /** "who wrote it" */
  readonly says: string;
  /** As one types it into the box. */
  readonly written: string;
  readonly source: ValueSource;
  /** True where there is one value at a time. */
  readonly isSingle?: boolean;
}

/** Every filter of the list, as the menu offers them. */
export const qualifiers: readonly Qualifier[] = [
  { name: 'state', title: 'State', says: 'open, draft, merged or closed', written: 'is:', source: 'states' },
  { name: 'author', title: 'Author', says: 'who wrote it', written: 'author:', source: 'people' },
  { name: 'team', title: 'Team', says: 'whose author was in it then', written: 'team:', source: 'teams' },
  { name: 'repo', title: 'Repository', says: 'where it is', written: 'repo:', source: 'repositories' },
  { name: 'label', title: 'Label', says: 'what it is marked with', written: 'label:', source: 'labels' },
  {
    name: 'requested',
    title: 'Review requested',
    says: 'of whom, now',
    written: 'review-requested:',
    source: 'people',
  },
  { name: 'reviewer', title: 'Reviewer', says: 'who reviewed it', written: 'reviewed-by:', source: 'people' },
  {
    name: 'assignee',
    title: 'Assignee',
    says: 'to whom it is assigned',
    written: 'assignee:',
    source: 'people',
  },
  {
    name: 'involves',
    title: 'Involves',
    says: 'who had any part in it',
    written: 'involves:',
    source: 'people',
  },
  { name: 'review', title: 'Review', says: 'what reviews decided', written: 'review:', source: 'reviews' },
  {
    name: 'period',
    title: 'Period',
    says: 'of its merge, end or opening',
    written: 'period:',
    source: 'periods',
    isSingle: true,
  },
  {
    name: 'created',
    title: 'Opened',
    says: 'on which days',
    written: 'created:',
    source: 'days',
    isSingle: true,
  },
  {
    name: 'merged',
    title: 'Merged',
    says: 'on which days',
    written: 'merged:',
    source: 'days',
    isSingle: true,
  },
  {
    name: 'closed',
    title: 'Closed',
    says: 'on which days',
    written: 'closed:',
    source: 'days',
    isSingle: true,
  },
  {
    name: 'updated',
    title: 'Updated',
    says: 'on which days',
    written: 'updated:',
    source: 'days',
    isSingle: true,
  },
  { name: 'base', title: 'Into', says: 'the branch it goes into', written: 'base:', source: 'bases' },
  { name: 'head', title: 'From', says: 'the branch it comes from', written: 'head:', source: 'words' },
  { name: 'no', title: 'Without', says: 'a label or an assignee', written: 'no:', source: 'missing' },
  { name: 'q', title: 'Title', says: 'words in it, or #412', written: '', source: 'words' },
];
