import { expect, it } from 'vitest';
import { judgeCommitEmails } from './judge-commit-emails.ts';
import { judgeCounting } from './judge-counting.ts';

it.each([
  [undefined, 'not-checked', undefined],
  ['counted' as const, 'ok', undefined],
  [{ kind: 'rule', reason: 'Releases.' }, 'broken', '/settings/exclusions'],
  [{ kind: 'bot', reason: 'Written by a bot.' }, 'broken', '/people/bots'],
])('%j: a pull request in figures', (counting, verdict, link) => {
  const finding = judgeCounting(counting, 'acme/api #3');

  expect(finding.verdict).toBe(verdict);
  expect(finding.repair?.link?.address).toBe(link);
});

const whose = { name: 'Ada', isOwn: false, isEmailTold: true };
const email = { email: 'ada@old.example', commits: 3 };

it.each([
  [[], whose, 'ok', /GitHub knows/],
  [[email], whose, 'attention', /^3 commits bear ada@old\.example, which/],
  [
    [email, { ...email, commits: 1 }],
    whose,
    'attention',
    /^4 commits bear ada@old\.example and 1 more addresses/,
  ],
  [
    [{ ...email, commits: 1 }],
    { ...whose, isEmailTold: false },
    'attention',
    /^1 commit bears an address of theirs/,
  ],
])('%#: addresses in commits', (unknown, given, verdict, says) => {
  const finding = judgeCommitEmails(unknown, given);

  expect(finding.verdict).toBe(verdict);
  expect(finding.proof).toMatch(says);
  if (!given.isEmailTold) expect(JSON.stringify(finding)).not.toContain('ada@old.example');
});
