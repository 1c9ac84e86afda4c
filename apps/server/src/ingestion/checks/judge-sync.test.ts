import { describe, expect, it } from 'vitest';
import { toEmptyRow } from '../overview/connection-row.ts';
import { judgeChoice, judgeNumber, judgeReading } from './judge-repository.ts';
import {
  judgeCompleteness,
  judgeDiscovery,
  judgeFailing,
  judgeLag,
  judgeSetAside,
  judgeWaits,
} from './judge-sync.ts';

const now = new Date('2026-11-22T12:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const row = { ...toEmptyRow(1), repositories: 3, repositoriesComplete: 3, discoveredAt: inMinutes(-3) };

describe('reading a connection', () => {
  it.each([
    [{}, 'ok', /3 minutes ago; 3 repositories/],
    [{ discoveredAt: undefined }, 'not-checked', /has not been read yet/],
    [{ discoveryFailure: 'GitHub shows nothing.' }, 'broken', /GitHub shows nothing/],
  ])('%j: its list is %s', (given, verdict, says) => {
    const finding = judgeDiscovery({ ...row, ...given }, now);

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  it('waits are told, and are no failure', () => {
    const finding = judgeWaits({ ...row, waitReason: 'primary-limit', waitUntil: inMinutes(20) }, now);

    expect(finding).toMatchObject({ verdict: 'ok' });
    expect(finding.proof).toMatch(/quota is used\. Goes on at 12:20 UTC, in 20 min/);
    expect(judgeWaits({ ...row, waitReason: 'retry', waitUntil: inMinutes(-1) }, now).proof).toBe(
      'Nothing waits.',
    );
  });

  it.each([
    [inMinutes(-59), 'ok'],
    [inMinutes(-61), 'attention'],
    [undefined, 'not-checked'],
  ])('last read at %s is %s', (lastSuccessAt, verdict) => {
    expect(judgeLag({ ...row, lastSuccessAt }, now).verdict).toBe(verdict);
  });

  it.each([
    [{ repositoriesFailed: 0, setAside: 0 }, 'ok'],
    [{ repositoriesFailed: 1, setAside: 2 }, 'attention'],
  ])('%j: failures and records set aside are %s', (given, verdict) => {
    const told = { ...row, ...given };

    expect([judgeFailing(told).verdict, judgeSetAside(told).verdict]).toEqual([verdict, verdict]);
  });

  it.each([
    [[], 3, 'ok', /3 repositories are here whole/],
    [[], 1, 'ok', /2 are still being read/],
    [[{ cause: 'not-read', lists: 9, repositories: 1 }], 3, 'ok', /whole/],
    [
      [{ cause: 'forbidden', lists: 2, repositories: 1 }],
      3,
      'attention',
      /2 lists .* in 1 repository are not whole: This token/,
    ],
    [[{ cause: 'cut-off', lists: 1, repositories: 1 }], 3, 'attention', /^1 list .* is not whole/],
  ])('%j: completeness', (gaps, repositoriesComplete, verdict, says) => {
    const finding = judgeCompleteness(gaps, { ...row, repositoriesComplete });

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });
});

describe('a repository', () => {
  const subject = { fullName: 'acme/api', connection: { connectionId: 1, name: 'acme' }, isRead: false };
  const all = {
    repositoryChoice: 'all',
    includesArchived: false,
    includesForks: false,
    chosen: new Set<number>(),
  } as const;
  const listed = { githubId: 5, isArchived: false, isFork: false };

  it.each([
    [{ ...all }, listed, 'broken', /not on the list yet/],
    [{ ...all }, { ...listed, isArchived: true }, 'broken', /archived repositories are left out/],
    [{ ...all }, { ...listed, isFork: true }, 'broken', /forks are left out/],
    [{ ...all, repositoryChoice: 'some' as const }, listed, 'broken', /it was not chosen/],
    [undefined, listed, 'not-checked', /did not show it/],
    [all, undefined, 'not-checked', /did not show it/],
  ])('%#: is left out, and by what', (choice, told, verdict, says) => {
    const finding = judgeChoice(choice, told, subject);

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  const sync = { repositoryId: 2, fullName: 'acme/api', held: 1, quarantined: 0, data: [] };
  const failure = { code: 'github-gone', text: 'Nothing there.' };

  it.each([
    [undefined, 'not-checked'],
    [{ ...sync, state: 'complete' as const }, 'ok'],
    [{ ...sync, state: 'reading' as const }, 'ok'],
    [{ ...sync, state: 'paused' as const }, 'attention'],
    [{ ...sync, state: 'failed' as const, failure }, 'broken'],
    [{ ...sync, state: 'waiting' as const, failure }, 'ok'],
  ])('%#: reading it is %s', (told, verdict) => {
    expect(judgeReading(told, { fullName: 'acme/api', connectionId: 1, repositoryId: 2 }).verdict).toBe(
      verdict,
    );
  });

  it.each([
    [{ kind: 'here' } as const, 'ok', /has been read/],
    [{ kind: 'gone', goneOn: '2026-01-02' } as const, 'broken', /since 2026-01-02/],
    [
      { kind: 'set-aside', detail: 'title is a number' } as const,
      'broken',
      /could not be read: title is a number/,
    ],
    [{ kind: 'unknown', isComplete: true } as const, 'broken', /It may be an issue/],
    [{ kind: 'unknown', isComplete: false } as const, 'broken', /still being read/],
  ])('%j: its pull request', (standing, verdict, says) => {
    const finding = judgeNumber(standing, 'acme/api #3');

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });
});
