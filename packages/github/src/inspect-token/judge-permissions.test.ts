import { describe, expect, test } from 'vitest';
import { judgePermissions } from './judge-permissions.ts';
import { neededPermissions, type WantedData } from './missing-permissions.data.ts';

const all = Object.keys(neededPermissions) as WantedData[];

const judge = (scopes: readonly string[]) =>
  judgePermissions({ scopes, probe: undefined }, all).map(({ kind, permission }) => `${kind} ${permission}`);

describe('a classic token', () => {
  test.each([
    [
      ['repo', 'read:org'],
      ['ok repo', 'ok repo', 'ok repo', 'ok read:org', 'missing admin:org_hook', 'wider repo'],
    ],
    [
      ['repo', 'admin:org'],
      [
        'ok repo',
        'ok repo',
        'ok repo',
        'ok read:org',
        'missing admin:org_hook',
        'wider repo',
        'wider admin:org',
      ],
    ],
    [
      ['public_repo'],
      ['missing repo', 'missing repo', 'missing repo', 'missing read:org', 'missing admin:org_hook'],
    ],
    [[], ['missing repo', 'missing repo', 'missing repo', 'missing read:org', 'missing admin:org_hook']],
    [
      ['repo', 'read:org', 'admin:org_hook', 'delete_repo'],
      [
        'ok repo',
        'ok repo',
        'ok repo',
        'ok read:org',
        'ok admin:org_hook',
        'wider repo',
        'wider delete_repo',
      ],
    ],
  ])('with %j', (scopes, expected) => {
    expect(judge(scopes)).toEqual(expected);
  });

  test('that lacks something is told what it costs', () => {
    for (const finding of judgePermissions({ scopes: [], probe: undefined }, all)) {
      expect(finding.consequence).toMatch(/^Without it, /);
    }
  });
});

describe('a fine-grained token', () => {
  test('is judged by what trying it showed, and what could not be tried is left out', () => {
    const probe = {
      members: 'denied',
      pullRequests: 'granted',
      issues: 'denied',
      contents: 'unknown',
    } as const;

    const found = judgePermissions({ scopes: undefined, probe }, all);

    expect(found.map(({ kind, permission }) => `${kind} ${permission}`)).toEqual([
      'ok Pull requests: read',
      'missing Issues: read',
      'missing Members: read',
    ]);
  });

  test('that was never tried is not judged', () => {
    expect(judgePermissions({ scopes: undefined, probe: undefined }, all)).toEqual([]);
  });
});
