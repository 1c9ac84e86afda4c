import type { WantedData } from '../inspect-token/missing-permissions.data.ts';

export interface AppPermission {
  /** Its name in GitHub's answers and in manifests. */
  readonly key: string;
  /** Its name on GitHub's pages. */
  readonly permission: string;
  readonly why: string;
  /** What goes dark without it. */
  readonly consequence: string;
}

/** Data that an App reads; what comes by webhooks is asked for with them. */
export type AppData = Exclude<WantedData, 'webhooks'>;

/** What each kind of data takes of a GitHub App, reading only (GitHub, "Permissions required for GitHub Apps"). */
export const appPermissions: Readonly<Record<AppData, AppPermission>> = {
  'pull-requests': {
    key: 'pull_requests',
    permission: 'Pull requests: read',
    why: 'pull requests and reviews',
    consequence: 'Without it, nothing of what is shipped or reviewed is seen.',
  },
  commits: {
    key: 'contents',
    permission: 'Contents: read',
    why: 'commits and files',
    consequence: 'Without it, commits, files and branches stay unknown.',
  },
  issues: {
    key: 'issues',
    permission: 'Issues: read',
    why: 'issues that pull requests close',
    consequence: 'Without it, which issues a pull request closes stays unknown.',
  },
  members: {
    key: 'members',
    permission: 'Members: read',
    why: 'teams and members',
    consequence: 'Without it, members and teams stay unknown.',
  },
};
