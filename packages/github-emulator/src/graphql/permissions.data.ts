/** Fine-grained permissions of which one is needed to read a field in a private repository. */
export const fieldNeeds: Readonly<Record<string, readonly string[]>> = {
  'Repository.pullRequests': ['pull_requests'],
  'Repository.pullRequest': ['pull_requests'],
  'Repository.issues': ['issues'],
  'Repository.issue': ['issues'],
  'Repository.labels': ['issues', 'pull_requests'],
  'Repository.defaultBranchRef': ['contents'],
  'PullRequest.closingIssuesReferences': ['issues'],
  'Commit.history': ['contents'],
};

/** The same for objects whatever leads to them, by type: of a pull request, its merge commit and those of its reviews. */
export const objectNeeds: Readonly<Record<string, readonly string[]>> = {
  Commit: ['contents'],
};

/** The same for objects that a node id reaches directly. */
export const nodeNeeds: Readonly<Record<string, readonly string[]>> = {
  account: [],
  team: [],
  repository: ['metadata'],
  label: ['issues', 'pull_requests'],
  commit: ['contents'],
  issue: ['issues'],
  issueComment: ['issues'],
  pullRequest: ['pull_requests'],
  review: ['pull_requests'],
  thread: ['pull_requests'],
  reviewComment: ['pull_requests'],
  comment: ['issues', 'pull_requests'],
  event: ['issues', 'pull_requests'],
};

/** Scopes of which a classic token must have one for a field. */
export const fieldScopes: Readonly<Record<string, readonly string[]>> = {
  'Organization.membersWithRole': ['read:org'],
  'Organization.teams': ['read:org'],
  'Team.members': ['read:org'],
  'Team.parentTeam': ['read:org', 'read:discussion'],
  'Team.name': ['read:org', 'read:discussion'],
  'Team.slug': ['read:org', 'read:discussion'],
  'Team.combinedSlug': ['read:org', 'read:discussion'],
  'Team.organization': ['read:org', 'read:discussion'],
  'User.email': ['user:email', 'read:user'],
  // GitHub publishes none for it; these are what other addresses want, and the field wants read:org besides.
  'User.organizationVerifiedDomainEmails': ['user:email', 'read:user'],
  'User.organizations': ['read:org'],
};
