import type { PermissionProbe } from './token-report.ts';

/** Data the product reads, each with a switch of its own. */
export type WantedData = 'pull-requests' | 'issues' | 'commits' | 'members' | 'webhooks';

export interface NeededPermission {
  /** As the product calls it. */
  readonly label: string;
  /** Any of these scopes of a classic token will do; the first is the narrowest. */
  readonly scopes: readonly string[];
  /** The same of a fine-grained token, in GitHub's words. */
  readonly permission: string;
  /** Where trying it shows whether a fine-grained token has it. */
  readonly probe: keyof PermissionProbe | undefined;
  /** What goes dark without it. */
  readonly consequence: string;
}

/** GitHub, "Permissions required for fine-grained personal access tokens" and "Scopes for OAuth apps". */
export const neededPermissions: Readonly<Record<WantedData, NeededPermission>> = {
  'pull-requests': {
    label: 'pull requests and reviews',
    scopes: ['repo'],
    permission: 'Pull requests: read',
    probe: 'pullRequests',
    consequence:
      'Without it, only public repositories are seen: nothing of what is shipped or reviewed in private ones.',
  },
  issues: {
    label: 'issues',
    scopes: ['repo'],
    permission: 'Issues: read',
    probe: 'issues',
    consequence: 'Without it, which issues a pull request closes stays unknown in private repositories.',
  },
  commits: {
    label: 'commits and files',
    scopes: ['repo'],
    permission: 'Contents: read',
    probe: 'contents',
    consequence: 'Without it, commits, files and branches of private repositories stay unknown.',
  },
  members: {
    label: 'teams and members',
    scopes: ['read:org'],
    permission: 'Members: read',
    probe: 'members',
    consequence: 'Without it, no organisation is found, and members and teams stay unknown.',
  },
  webhooks: {
    label: 'webhooks',
    scopes: ['admin:org_hook'],
    permission: 'Webhooks: write',
    probe: undefined,
    consequence: 'Without it, changes show within 10 minutes instead of seconds.',
  },
};

/** Scopes that hold others (GitHub, "Scopes for OAuth apps"). */
export const containedScopes: Readonly<Record<string, readonly string[]>> = {
  repo: ['public_repo', 'repo:status', 'repo_deployment', 'repo:invite', 'security_events'],
  'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
  'write:org': ['read:org'],
  'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
  user: ['read:user', 'user:email', 'user:follow'],
  project: ['read:project'],
};

/** What a scope allows beyond reading. Classic tokens cannot read private repositories without being able to write. */
export const widerScopes: Readonly<Record<string, string>> = {
  repo: 'It could also write to every repository its owner can write to. Throughline never does: to act it asks apart, by an app. A fine-grained token can be read-only.',
  delete_repo: 'It could also delete repositories. Throughline never does; take this scope away.',
  'admin:org':
    'It could also change the organisation and its members. Throughline doesn’t; read:org is enough.',
  'write:org': 'It could also change the organisation’s membership. Throughline doesn’t; read:org is enough.',
  'admin:enterprise': 'It could also change the enterprise. Throughline doesn’t; take this scope away.',
  workflow: 'It could also change workflow files. Throughline doesn’t; take this scope away.',
};
