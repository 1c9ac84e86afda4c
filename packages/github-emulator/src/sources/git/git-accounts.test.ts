import { expect, test } from 'vitest';
import { createGitAccounts, parseNoreply } from './git-accounts.ts';

test.each([
  ['49699333+dependabot[bot]@users.noreply.github.com', { id: 49_699_333, login: 'dependabot[bot]' }],
  ['Ada@users.noreply.github.com', { id: undefined, login: 'Ada' }],
  ['ada@users.noreply.github.com.example', undefined],
  ['noreply@github.com', undefined],
])('%s tells %j', (email, told) => {
  expect(parseNoreply(email)).toEqual(told);
});

test('a noreply e-mail is the account itself, also in its older form', () => {
  const accounts = createGitAccounts([
    { name: 'Ada Lovelace', email: 'ada@users.noreply.github.com' },
    { name: 'Ada Lovelace', email: '12+ada@users.noreply.github.com' },
  ]);

  expect(accounts.all).toMatchObject([{ id: 12, login: 'ada', name: 'Ada Lovelace', kind: 'User' }]);
});

test('the same full name joins e-mails, one word alone does not', () => {
  const accounts = createGitAccounts([
    { name: 'Ada Lovelace', email: '12+ada@users.noreply.github.com' },
    { name: 'ada  lovelace', email: 'ada@engine.example' },
    { name: 'linus', email: 'linus@one.example' },
    { name: 'linus', email: 'linus@two.example' },
  ]);

  expect(accounts.find({ name: '', email: 'ADA@engine.example' })?.login).toBe('ada');
  expect(accounts.all.map(({ login }) => login)).toEqual(['ada', 'linus', 'linus-2']);
});

test.each([
  '',
  'root@localhost',
  'ada@laptop.local',
  'nobody',
  'noreply@github.com',
  'noreply@vendor.example',
  'a b@c.example',
])('the e-mail %j belongs to nobody', (email) => {
  const accounts = createGitAccounts([{ name: 'Ada Lovelace', email }]);

  expect(accounts.find({ name: 'Ada Lovelace', email })).toBeUndefined();
  expect(accounts.all).toEqual([]);
});

test('a bot is one by its e-mail, its name or its id', () => {
  const accounts = createGitAccounts([
    { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' },
    { name: 'copilot-swe-agent[bot]', email: '198982749+Copilot@users.noreply.github.com' },
    { name: 'Copilot', email: '175728472+Copilot@users.noreply.github.com' },
  ]);

  expect(accounts.all.map(({ kind, login }) => [kind, login])).toEqual([
    ['Bot', 'dependabot'],
    ['Bot', 'copilot-swe-agent'],
    ['Bot', 'Copilot'],
  ]);
});

test('the same history gives the same accounts', () => {
  const people = [{ name: 'Jörg Müller', email: 'joerg@firm.example' }];

  expect(createGitAccounts(people).all).toEqual(createGitAccounts(people).all);
  expect(createGitAccounts(people).all[0]?.login).toBe('jorg-muller');
});
