import { describe, expect, test } from 'vitest';
import { classifyAnswer } from './classify-answer.ts';
import { recordedAnswers } from './recorded-answers.data.ts';

describe('an answer', () => {
  test.each(recordedAnswers)('that is $name means $expected', ({ answer, expected }) => {
    expect(classifyAnswer(answer)?.kind).toBe(expected);
  });

  test('carries the address where to authorise a token, if it is one of the web', () => {
    const withUrl = (url: string) =>
      classifyAnswer({
        status: 403,
        headers: { 'x-github-request-id': '1', 'x-github-sso': `required; url=${url}` },
        body: {},
      })?.ssoUrl;

    expect(withUrl('https://github.com/orgs/acme/sso?x=1')).toBe('https://github.com/orgs/acme/sso?x=1');
    expect(withUrl('javascript:alert(1)')).toBeUndefined();
  });

  test('names the permissions of a fine-grained token that were wanted', () => {
    const verdict = classifyAnswer({
      status: 403,
      headers: {
        'x-github-request-id': '1',
        'x-accepted-github-permissions': 'pull_requests=read,contents=read; issues=read',
      },
      body: { message: 'Resource not accessible by personal access token' },
    });

    expect(verdict?.neededPermissions).toEqual(['pull_requests=read', 'contents=read', 'issues=read']);
  });

  test('names the scopes of a classic token that were wanted and not held', () => {
    const verdict = classifyAnswer({
      status: 403,
      headers: {
        'x-github-request-id': '1',
        'x-oauth-scopes': 'repo, gist',
        'x-accepted-oauth-scopes': 'admin:org, repo',
      },
      body: { message: 'Must have admin rights' },
    });

    expect(verdict?.neededPermissions).toEqual(['admin:org']);
  });
});
