import { expect, it } from 'vitest';
import { toAttentionPath, toExceptionsPath } from './to-attention-path.ts';

it('writes parameters in a fixed order, and none that is absent', () => {
  expect(toAttentionPath({})).toBe('/attention');
  expect(toAttentionPath({ kind: 'robots', repo: 'acme/api', show: undefined })).toBe(
    '/attention?repo=acme/api&kind=robots',
  );
  expect(toAttentionPath({ limits: 'agreed', team: '@mine' })).toBe('/attention?team=@mine&limits=agreed');
  expect(toExceptionsPath('payments', { period: '2026-W47', kind: 'oversized' })).toBe(
    '/teams/payments/exceptions?kind=oversized&period=2026-W47',
  );
});
