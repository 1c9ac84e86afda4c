/** A permission that acting takes, beyond all that reading takes. */
export interface ActionPermission {
  /** Its name in GitHub's answers and in manifests. */
  readonly key: string;
  readonly level: 'read' | 'write';
  /** Its name on GitHub's pages. */
  readonly permission: string;
  readonly why: string;
}

interface ActionFacts {
  readonly name: string;
  /** What it is for, after "It is for". */
  readonly use: string;
  /** What it means to have granted it. */
  readonly consequence: string;
  readonly permissions: readonly ActionPermission[];
}

/** What Throughline may do at GitHub, each asked for by itself. */
export type Action = 'collaborators' | 'pull-requests' | 'webhooks';

/** What each action takes of a GitHub App, and nothing more (GitHub, "Permissions required for GitHub Apps"). */
export const actionPermissions: Readonly<Record<Action, ActionFacts>> = {
  collaborators: {
    name: 'Access to repositories',
    use: 'giving people access to a repository, and ending it',
    consequence:
      'GitHub has no narrower permission for it: Administration lets an app change settings of repositories too, and delete them.',
    permissions: [
      {
        key: 'administration',
        level: 'write',
        permission: 'Administration: write',
        why: 'adding and removing collaborators, and taking invitations back',
      },
      {
        key: 'members',
        level: 'read',
        permission: 'Members: read',
        why: 'seeing who has access already, and by which team',
      },
    ],
  },
  'pull-requests': {
    name: 'Pull requests',
    use: 'opening, commenting on, reviewing and merging pull requests',
    consequence: 'Contents lets an app push to branches that are not protected too; merging takes it.',
    permissions: [
      {
        key: 'pull_requests',
        level: 'write',
        permission: 'Pull requests: write',
        why: 'opening, commenting and reviewing',
      },
      {
        key: 'contents',
        level: 'write',
        permission: 'Contents: write',
        why: 'making branches, and merging',
      },
    ],
  },
  webhooks: {
    name: 'Webhooks',
    use: 'having GitHub tell of changes at once, in place of asking every nine minutes',
    consequence:
      'An app with it can have GitHub send what happens in the organisation to an address of its choice.',
    permissions: [
      {
        key: 'organization_hooks',
        level: 'write',
        permission: 'Webhooks of the organisation: write',
        why: 'making, changing and removing the organisation’s webhook',
      },
      {
        key: 'repository_hooks',
        level: 'write',
        permission: 'Webhooks of repositories: write',
        why: 'the same for single repositories, where the organisation’s is not wanted',
      },
    ],
  },
};
