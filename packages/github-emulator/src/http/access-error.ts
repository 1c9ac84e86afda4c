import type { AccessDecision } from '../tokens/access-decision.ts';
import { GitHubError, notFound } from './github-error.ts';
import type { Urls } from './urls.ts';

const policyDocs =
  'github/setting-up-and-managing-your-github-user-account/managing-access-to-your-personal-repositories';

/** Throws GitHub's refusal unless access is allowed. */
export function assertAllowed(access: AccessDecision, urls: Urls): void {
  const error = toAccessError(access, urls);
  if (error !== undefined) throw error;
}

/** The refusal an access decision means over REST and GraphQL. */
function toAccessError(access: AccessDecision, urls: Urls): GitHubError | undefined {
  switch (access.kind) {
    case 'allowed':
      return undefined;
    case 'hidden':
      return notFound();
    case 'permission-missing':
      return new GitHubError(403, 'Resource not accessible by personal access token', {
        graphqlType: 'FORBIDDEN',
      });
    case 'integration-refused':
      return new GitHubError(403, 'Resource not accessible by integration', { graphqlType: 'FORBIDDEN' });
    case 'sso-required':
      return new GitHubError(
        403,
        'Resource protected by organization SAML enforcement. You must grant your Personal AccessDecision token access to this organization.',
        {
          graphqlType: 'FORBIDDEN',
          extensions: { saml_failure: true },
          headers: { 'x-github-sso': `required; url=${urls.ssoUrl(access)}` },
          documentation: 'articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
        },
      );
    case 'oauth-restricted':
      return new GitHubError(
        403,
        `Although you appear to have the correct authorization credentials, the \`${access.organisation}\` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/`,
        { graphqlType: 'FORBIDDEN', extensions: { saml_failure: false } },
      );
    case 'classic-blocked':
      return forbiddenKind(
        `\`${access.organisation}\` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.`,
      );
    case 'fine-grained-blocked':
      return forbiddenKind(
        `\`${access.organisation}\` forbids access via a fine-grained personal access token. Please use a GitHub App, OAuth App, or a personal access token (classic).`,
      );
    case 'lifetime-exceeded':
      return lifetimeExceeded(access, urls);
  }
}

/** GitHub's words, plural and all. */
function lifetimeExceeded(
  access: Extract<AccessDecision, { kind: 'lifetime-exceeded' }>,
  { web }: Urls,
): GitHubError {
  const { organisation, tokenKind, tokenId, days } = access;
  const [words, settings] =
    tokenKind === 'classic'
      ? (['a personal access tokens (classic)', 'tokens'] as const)
      : (['a fine-grained personal access tokens', 'personal-access-tokens'] as const);
  return new GitHubError(
    403,
    `The '${organisation}' organization forbids access via ${words} if the token's lifetime is greater than ${days} days. Please adjust your token's lifetime at the following URL: ${web}/settings/${settings}/${tokenId}`,
    { graphqlType: 'FORBIDDEN', extensions: { saml_failure: false } },
  );
}

function forbiddenKind(message: string): GitHubError {
  return new GitHubError(403, message, {
    graphqlType: 'FORBIDDEN',
    extensions: { saml_failure: false },
    documentation: policyDocs,
  });
}
