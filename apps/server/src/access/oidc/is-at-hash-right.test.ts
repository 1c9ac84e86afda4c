import { expect, it } from 'vitest';
import { isAtHashRight } from './is-at-hash-right.ts';

// OpenID Connect Core 1.0, appendix A.3
const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
const atHash = '77QmUPtjPfzWtF2AnpK9RQ';

it.each([
  ['RS256', accessToken],
  ['ES256', accessToken],
])('is right by %s for the token it was made with', (algorithm, token) => {
  expect(isAtHashRight(atHash, token, algorithm)).toBe(true);
});

it.each([
  ['of another token', 'RS256', `${accessToken}x`],
  ['by a longer digest', 'RS512', accessToken],
  ['by no algorithm', 'none', accessToken],
])('is wrong %s', (_name, algorithm, token) => {
  expect(isAtHashRight(atHash, token, algorithm)).toBe(false);
});
