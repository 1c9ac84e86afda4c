import {
  GitMergeIcon,
  GitPullRequestClosedIcon,
  GitPullRequestDraftIcon,
  GitPullRequestIcon,
  type Icon,
  PeopleIcon,
  PersonIcon,
  RepoIcon,
} from '@primer/octicons-react';
import type { HitKind, SearchHit } from '@throughline/contract';

/** A pull request has the picture of its state, anything else that of its kind. */
export const hitIcons: Readonly<Record<HitKind | NonNullable<SearchHit['state']>, Icon>> = {
  person: PersonIcon,
  team: PeopleIcon,
  repository: RepoIcon,
  'pull-request': GitPullRequestIcon,
  open: GitPullRequestIcon,
  draft: GitPullRequestDraftIcon,
  merged: GitMergeIcon,
  closed: GitPullRequestClosedIcon,
};

export const groupNames: Readonly<Record<HitKind, string>> = {
  person: 'People',
  team: 'Teams',
  repository: 'Repositories',
  'pull-request': 'Pull requests',
};
