import type { GitHubFailureKind } from '../github-failure.ts';
import type { Answer } from './answer.ts';

interface RecordedAnswer {
  readonly name: string;
  readonly answer: Answer;
  readonly expected: GitHubFailureKind | undefined;
}

const id = { 'x-github-request-id': 'C0DE:1F' };
const left = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-reset': '1795000000',
};
const used = { ...left, 'x-ratelimit-remaining': '0' };
const docs = 'https://docs.github.com/rest';

const says = (status: number, message: string, headers: Answer['headers'] = left): Answer => ({
  status,
  headers: { ...id, ...headers },
  body: { message, documentation_url: docs },
});

/** GitHub's answers as they are documented or were seen in others' code, with what they mean. */
export const recordedAnswers: readonly RecordedAnswer[] = [
  { name: 'a list', answer: { status: 200, headers: id, body: [] }, expected: undefined },
  {
    name: 'an object of a proxy that strips headers',
    answer: { status: 200, headers: {}, body: { id: 1 } },
    expected: undefined,
  },
  { name: 'no content', answer: { status: 204, headers: id, body: '' }, expected: undefined },
  { name: 'not modified', answer: { status: 304, headers: id, body: '' }, expected: undefined },
  { name: 'a bad token', answer: says(401, 'Bad credentials'), expected: 'not-signed-in' },
  { name: 'no token', answer: says(401, 'Requires authentication'), expected: 'not-signed-in' },
  {
    name: 'too many bad log-ins',
    answer: says(403, 'Maximum number of login attempts exceeded. Please try again later.'),
    expected: 'not-signed-in',
  },
  {
    name: 'a missing permission of a fine-grained token',
    answer: says(403, 'Resource not accessible by personal access token', {
      ...left,
      'x-accepted-github-permissions': 'pull_requests=read; contents=read',
    }),
    expected: 'scope-missing',
  },
  {
    name: 'an installation that was suspended',
    answer: says(403, 'This installation has been suspended'),
    expected: 'organisation-approval',
  },
  {
    name: 'a missing role',
    answer: says(403, 'Must have admin rights to Repository.'),
    expected: 'scope-missing',
  },
  {
    name: 'a 403 without known words',
    answer: says(403, 'Nope, in words of tomorrow'),
    expected: 'scope-missing',
  },
  {
    name: 'single sign-on',
    answer: says(
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      {
        ...left,
        'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=AB',
      },
    ),
    expected: 'sso-required',
  },
  {
    name: 'single sign-on that hides',
    answer: says(404, 'Not Found', {
      ...left,
      'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?x',
    }),
    expected: 'sso-required',
  },
  {
    name: 'a list that single sign-on cut',
    answer: {
      status: 200,
      headers: { ...id, 'x-github-sso': 'partial-results; organizations=1,2' },
      body: [],
    },
    expected: undefined,
  },
  {
    name: 'an OAuth app that waits for approval',
    answer: says(
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited.',
    ),
    expected: 'organisation-approval',
  },
  {
    name: 'classic tokens forbidden',
    answer: says(
      403,
      '`acme` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
    ),
    expected: 'organisation-approval',
  },
  {
    name: 'fine-grained tokens forbidden',
    answer: says(
      403,
      "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
    ),
    expected: 'organisation-approval',
  },
  {
    name: 'an address outside the allow list',
    answer: says(
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and 192.0.2.1 is not permitted to access this resource.',
    ),
    expected: 'organisation-approval',
  },
  {
    name: 'the hour used up, 403',
    answer: says(403, 'API rate limit exceeded for user ID 1.', used),
    expected: 'primary-limit',
  },
  {
    name: 'the hour used up, 429',
    answer: says(429, 'API rate limit exceeded for user ID 1.', used),
    expected: 'primary-limit',
  },
  {
    name: 'the hour used up, without headers',
    answer: says(403, 'API rate limit exceeded for user ID 1.', {}),
    expected: 'primary-limit',
  },
  {
    name: 'a pause with a time',
    answer: says(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      { ...left, 'retry-after': '60' },
    ),
    expected: 'secondary-limit',
  },
  {
    name: 'a pause without a time',
    answer: says(403, 'You have exceeded a secondary rate limit.'),
    expected: 'secondary-limit',
  },
  { name: 'a pause by 429', answer: says(429, 'Too many requests'), expected: 'secondary-limit' },
  {
    name: 'a pause in old words',
    answer: says(
      403,
      'You have triggered an abuse detection mechanism. Please retry your request again later.',
    ),
    expected: 'secondary-limit',
  },
  {
    name: 'a pause while the hour is used up too',
    answer: says(403, 'You have exceeded a secondary rate limit.', { ...used, 'retry-after': '60' }),
    expected: 'secondary-limit',
  },
  {
    name: 'a missing permission on a host without limits ("0 of 0")',
    answer: says(403, 'Must have admin rights to Repository.', {
      'x-ratelimit-limit': '0',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '0',
    }),
    expected: 'scope-missing',
  },
  { name: 'nothing there', answer: says(404, 'Not Found'), expected: 'gone' },
  { name: 'gone', answer: says(410, 'This issue was deleted'), expected: 'gone' },
  { name: 'taken down', answer: says(451, 'Repository access blocked'), expected: 'gone' },
  { name: 'renamed', answer: says(301, 'Moved Permanently'), expected: 'redirect-refused' },
  { name: 'wrongly put', answer: says(422, 'Validation Failed'), expected: 'request-refused' },
  { name: 'problems parsing', answer: says(400, 'Problems parsing JSON'), expected: 'request-refused' },
  { name: 'a failure', answer: says(500, 'Server Error'), expected: 'server' },
  {
    name: 'maintenance, in HTML',
    answer: { status: 503, headers: {}, body: '<html>Unicorn!</html>' },
    expected: 'server',
  },
  {
    name: 'ten seconds over',
    answer: { status: 502, headers: id, body: { message: "We couldn't respond to your request in time." } },
    expected: 'timeout',
  },
  {
    name: 'ten seconds over, in HTML',
    answer: { status: 504, headers: {}, body: '<html>' },
    expected: 'timeout',
  },
  {
    name: 'a sign-in page',
    answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' },
    expected: 'not-github',
  },
  {
    name: 'half of GitHub’s JSON',
    answer: { status: 200, headers: id, body: '{"id": 1, "na' },
    expected: 'unreadable',
  },
  { name: 'an empty success', answer: { status: 200, headers: {}, body: '' }, expected: 'not-github' },
  { name: 'bytes', answer: { status: 200, headers: {}, body: new ArrayBuffer(8) }, expected: 'not-github' },
  {
    name: 'another product’s 404',
    answer: { status: 404, headers: { server: 'nginx' }, body: '<html>404</html>' },
    expected: 'not-github',
  },
  {
    name: 'another product’s JSON 404',
    answer: { status: 404, headers: {}, body: { error: 'no route' } },
    expected: 'not-github',
  },
  {
    name: 'another product’s 401',
    answer: { status: 401, headers: { 'www-authenticate': 'Basic' }, body: 'Unauthorized' },
    expected: 'not-github',
  },
  {
    name: 'an Enterprise Server behind a proxy that strips headers',
    answer: { status: 404, headers: {}, body: { message: 'Not Found', documentation_url: docs } },
    expected: 'gone',
  },
];
