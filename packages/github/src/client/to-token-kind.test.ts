import { expect, test } from 'vitest';
import { toTokenKind } from './to-token-kind.ts';

test.each([
  [`ghp_${'a'.repeat(36)}`, 'classic'],
  [`github_pat_${'a'.repeat(22)}_${'b'.repeat(59)}`, 'fine-grained'],
  ['gho_x', 'oauth'],
  ['ghu_x', 'app-user'],
  [`ghs_${'a'.repeat(36)}`, 'app-installation'],
  [`ghs_123456_${'a'.repeat(300)}.${'b'.repeat(150)}-._c`, 'app-installation'],
  ['0123456789abcdef0123456789abcdef01234567', 'old-style'],
  ['hunter2', 'unknown'],
  ['', 'unknown'],
] as const)('%s is %s', (token, expected) => {
  expect(toTokenKind(token)).toBe(expected);
});
