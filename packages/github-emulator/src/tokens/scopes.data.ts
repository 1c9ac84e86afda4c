/** Scopes of classic tokens and OAuth apps, with what a consent page says of them and what they contain. */
export type ScopeFacts = { readonly says: string; readonly contains: readonly string[] };

export const scopeFacts: Readonly<Record<string, ScopeFacts>> = {
  repo: {
    says: 'Full control of private repositories',
    contains: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
  },
  'repo:status': { says: 'Access commit status', contains: [] },
  repo_deployment: { says: 'Access deployment status', contains: [] },
  public_repo: { says: 'Access public repositories', contains: [] },
  'repo:invite': { says: 'Access repository invitations', contains: [] },
  security_events: { says: 'Read and write security events', contains: [] },
  'admin:repo_hook': { says: 'Full control of repository hooks', contains: ['write:repo_hook'] },
  'write:repo_hook': { says: 'Write repository hooks', contains: ['read:repo_hook'] },
  'read:repo_hook': { says: 'Read repository hooks', contains: [] },
  'admin:org': { says: 'Full control of organizations and teams', contains: ['write:org'] },
  'write:org': { says: 'Read and write organization and team membership', contains: ['read:org'] },
  'read:org': { says: 'Read organization and team membership', contains: [] },
  'admin:org_hook': { says: 'Full control of organization hooks', contains: [] },
  user: { says: 'Update all user data', contains: ['read:user', 'user:email', 'user:follow'] },
  'read:user': { says: 'Read all user profile data', contains: [] },
  'user:email': { says: 'Read e-mail addresses', contains: [] },
  'user:follow': { says: 'Follow and unfollow users', contains: [] },
  project: { says: 'Full control of projects', contains: ['read:project'] },
  'read:project': { says: 'Read projects', contains: [] },
  'write:discussion': { says: 'Read and write team discussions', contains: ['read:discussion'] },
  'read:discussion': { says: 'Read team discussions', contains: [] },
  'read:audit_log': { says: 'Read the audit log', contains: [] },
  workflow: { says: 'Update workflow files', contains: [] },
  gist: { says: 'Create gists', contains: [] },
  notifications: { says: 'Read notifications', contains: [] },
  delete_repo: { says: 'Delete repositories', contains: [] },
};

/** The scope and all it contains. */
export function expandScope(scope: string): readonly string[] {
  return [scope, ...(scopeFacts[scope]?.contains ?? []).flatMap(expandScope)];
}

/** Each once, without those another of them contains: how GitHub writes down what was granted. */
export function normaliseScopes(scopes: readonly string[]): readonly string[] {
  const contained = new Set(scopes.flatMap((scope) => expandScope(scope).slice(1)));
  return [...new Set(scopes)].filter((scope) => !contained.has(scope));
}
