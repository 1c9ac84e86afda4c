/** Permissions a fine-grained token may have here, with GitHub's words for them; metadata comes with any. */
export const repositoryPermissions: readonly (readonly [name: string, label: string])[] = [
  ['actions', 'Actions'],
  ['administration', 'Administration'],
  ['contents', 'Contents'],
  ['deployments', 'Deployments'],
  ['issues', 'Issues'],
  ['pull_requests', 'Pull requests'],
  ['statuses', 'Commit statuses'],
  ['repository_hooks', 'Webhooks'],
];

/** Of an organisation alone. */
export const organisationPermissions: readonly (readonly [name: string, label: string])[] = [
  ['members', 'Members'],
  ['organization_administration', 'Organization administration'],
  ['organization_projects', 'Projects'],
  ['organization_hooks', 'Organization webhooks'],
];

export const permissionChoices: readonly (readonly [value: string, text: string])[] = [
  ['', 'No access'],
  ['read', 'Read-only'],
  ['write', 'Read and write'],
];
