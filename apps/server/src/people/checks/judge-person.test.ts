import { describe, expect, it } from 'vitest';
import { judgeAccount, judgeAuthor, judgeLink, judgeStanding } from './judge-person.ts';

const account = { login: 'ada', class: 'person', personName: undefined } as const;
const person = {
  name: 'Ada',
  accounts: ['ada'],
  excludedReason: undefined,
  isHidden: false,
  leftOn: undefined,
};

describe('somebody', () => {
  it.each([
    [undefined, 'broken', /No account called @ada/],
    [account, 'ok', /is known here/],
    [{ ...account, class: 'bot' as const }, 'broken', /counts as a bot/],
    [{ ...account, class: 'ai-agent' as const }, 'broken', /counts as an AI agent/],
  ])('%#: their account', (told, verdict, says) => {
    const finding = judgeAccount(told, '@ada');

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  it.each([
    [account, undefined, 'broken', /@ada is linked to no person/],
    [undefined, { ...person, accounts: [] }, 'broken', /No GitHub account is linked to Ada/],
    [account, person, 'ok', /Ada has the account @ada\./],
    [account, { ...person, accounts: ['ada', 'ada2'] }, 'ok', /the accounts @ada, @ada2/],
  ])('%#: their link', (toldAccount, toldPerson, verdict, says) => {
    const finding = judgeLink(toldAccount, toldPerson);

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  it.each([
    [{}, 'ok'],
    [{ excludedReason: 'A test account.' }, 'broken'],
    [{ isHidden: true }, 'broken'],
    [{ leftOn: '2026-03-01' }, 'attention'],
  ])('%j: they are %s', (given, verdict) => {
    expect(judgeStanding({ ...person, ...given }).verdict).toBe(verdict);
  });
});

it.each([
  [undefined, 'ok', /ghost/],
  [{ ...account, class: 'bot' as const }, 'ok', /a bot, which is counted apart/],
  [{ ...account, personName: 'Ada' }, 'ok', /by Ada \(@ada\)/],
  [account, 'attention', /linked to no person/],
])('%#: the author of a pull request', (told, verdict, says) => {
  const finding = judgeAuthor({ account: told });

  expect(finding.verdict).toBe(verdict);
  expect(finding.proof).toMatch(says);
});
