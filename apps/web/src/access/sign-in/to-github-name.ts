/** "GitHub", or which one where it is not the one everybody knows. */
export const toGithubName = (hostName: string): string =>
  hostName === 'github.com' ? 'GitHub' : `GitHub on ${hostName}`;
