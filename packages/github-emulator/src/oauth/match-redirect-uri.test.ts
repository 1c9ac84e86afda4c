import { expect, test } from 'vitest';
import { isRedirectAllowed } from './match-redirect-uri.ts';

const registered = ['https://app.example.com/github', 'http://127.0.0.1/callback'];

test.each([
  'https://app.example.com/github',
  'https://app.example.com/github/below?next=1',
  'http://127.0.0.1:41234/callback',
])('%s is allowed', (asked) => {
  expect(isRedirectAllowed(registered, asked)).toBe(true);
});

test.each([
  'http://app.example.com/github',
  'https://app.example.com:8443/github',
  'https://sub.app.example.com/github',
  'https://app.example.com/',
  'https://app.example.com/githubber',
  'https://app.example.com/github/../admin',
  'https://app.example.com/github/%2e%2e/admin',
  'https://app.example.com/github%2fadmin',
  'https://user@app.example.com/github',
  'https://app.example.com@evil.example/github',
  'https://app.example.com\\@evil.example/github',
  'https://app.example.com/github#fragment',
  'http://localhost:41234/callback',
  'javascript:alert(1)',
  '//app.example.com/github',
  '',
])('%s is not', (asked) => {
  expect(isRedirectAllowed(registered, asked)).toBe(false);
});
