import { GitHubFailure } from '@throughline/github';

interface About {
  /** What the App is called. */
  readonly app: string;
  readonly organisation: string;
}

/**
 * What GitHub's refusal to make a token of an installation means. None of them says anything of a repository, so none may
 * look as though one were gone. Other failures stay as they are.
 */
export function toMintFailure(error: unknown, { app, organisation }: About): unknown {
  if (!(error instanceof GitHubFailure)) return error;
  const { status, githubMessage } = error;
  if (/Integration not found/i.test(githubMessage ?? '')) {
    return new GitHubFailure('not-signed-in', toKeyRefused(app), { status, githubMessage, cause: error });
  }
  switch (error.kind) {
    case 'not-signed-in':
      return new GitHubFailure('not-signed-in', toKeyRefused(app), { status, githubMessage, cause: error });
    case 'gone':
      return new GitHubFailure('not-signed-in', toUninstalled(app, organisation), {
        status,
        githubMessage,
        cause: error,
      });
    case 'organisation-approval':
    case 'scope-missing':
      return new GitHubFailure('organisation-approval', toSuspended(app, organisation), {
        status,
        githubMessage,
        cause: error,
      });
    default:
      return error;
  }
}

const toKeyRefused = (app: string): string =>
  `GitHub does not accept the private key of the app ${app}: it was deleted there, or the app was. Make a new key in the app’s settings on GitHub and enter it here under Connect GitHub, GitHub App, Enter an app that is there already.`;

const toUninstalled = (app: string, organisation: string): string =>
  `The app ${app} is not installed on ${organisation} any more. Nothing that was read is lost. Install it again on GitHub, and reading goes on by itself.`;

const toSuspended = (app: string, organisation: string): string =>
  `An owner of ${organisation} has suspended the app ${app}. Nothing that was read is lost. Ask them to end that in the organisation’s settings on GitHub, under GitHub Apps.`;
