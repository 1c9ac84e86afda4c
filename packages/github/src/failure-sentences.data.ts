import type { GitHubFailureKind } from './github-failure.ts';

/** What happened and what to do, in one or two sentences. GitHub's own words are kept apart, for "Details". */
export const failureSentences: Readonly<Record<GitHubFailureKind, string>> = {
  'not-signed-in':
    'GitHub does not accept this token: it is mistyped, expired or revoked. Make a new one and replace it here.',
  'sign-in-refused': 'GitHub did not accept what came back from its sign-in. Begin again.',
  'scope-missing':
    'GitHub does not let this token do that: it lacks a permission. Add the permission on GitHub, then test again.',
  'sso-required':
    'This token is not authorised for the organisation’s single sign-on. Authorise it on GitHub (the link works for an hour), then test again.',
  'organisation-approval':
    'The organisation’s rules keep this token out: it must be approved, or be of another kind. Ask an owner of the organisation, then test again.',
  'primary-limit': 'This hour’s quota is used. Reading goes on by itself when it is renewed.',
  'secondary-limit': 'GitHub asks for a pause. Reading goes on by itself.',
  gone: 'GitHub shows nothing there to this token: it is gone, or this token may not see it.',
  server: 'GitHub failed to answer. Try again in a minute; if it stays, look at GitHub’s status page.',
  timeout: 'GitHub did not finish the answer in time. Try again with less at once.',
  'resource-limit': 'The question was too big for GitHub. Try again with less at once.',
  'not-github':
    'What answers at this address is not GitHub. Check the host’s address, and whether a proxy or a sign-in page stands before it.',
  unreadable:
    'GitHub’s answer came cut off or in an unknown shape. Try again; if it stays, report it with the time of day.',
  'redirect-refused':
    'The host answered with a redirect, which is not followed. Give the address of GitHub itself.',
  unreachable: 'GitHub cannot be reached. Check the network and the host’s address.',
  'schema-lacks-field':
    'This host’s version of GitHub is too old for Throughline: it does not have everything that reading needs. Update GitHub Enterprise Server; it is tried again every day.',
  'request-refused': 'GitHub refused a request as wrongly put. This is a defect of Throughline: report it.',
};
