import { expect, test } from 'vitest';
import { parseAbout, toSubjectWords } from './parse-about.ts';

const ours = 'https://throughline.example.com';

test.each([
  ['acme/api', 'acme/api'],
  [' acme/api ', 'acme/api'],
  ['acme/api#12', 'acme/api #12'],
  ['acme/api.js#12', 'acme/api.js #12'],
  ['https://github.com/acme/api', 'acme/api'],
  ['https://github.com/acme/api/pull/12/files?w=1#diff', 'acme/api #12'],
  ['git@github.com:acme/api.git', 'acme/api'],
  ['https://github.acme.com/acme/api/pull/3', 'acme/api #3'],
  ['/gh/github.com/acme/api/pull/3', 'acme/api #3'],
  [`${ours}/gh/github.com/acme/api`, 'acme/api'],
  [`${ours.toUpperCase()}/gh/github.com/acme/api`, 'acme/api'],
  ['@ada', '@ada'],
  ['ada', '@ada'],
  ['https://github.com/ada', '@ada'],
  ['/people/ada-lovelace', 'ada-lovelace'],
  [`${ours}/people/ada-lovelace?period=2026`, 'ada-lovelace'],
  ['/people/me', 'me'],
  ['retry failed payouts', ''],
  ['"><img src=x onerror=1>', ''],
  ["' or 1=1 --", ''],
  ['', ''],
])('%j is understood as %j', (text, words) => {
  expect(toSubjectWords(parseAbout(text, ours))).toBe(words);
});

test('knows a host without a dot by its name', () => {
  expect(parseAbout('/gh/demo/acme/api', ours, ['demo'])).toMatchObject({ host: 'demo', owner: 'acme' });
});
