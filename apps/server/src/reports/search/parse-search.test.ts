import { expect, it } from 'vitest';
import { parseSearch, toPattern } from './parse-search.ts';

it.each([
  ['', { kind: 'nothing' }],
  ['  ', { kind: 'nothing' }],
  ['#', { kind: 'words', words: ['#'] }],
  ['@', { kind: 'nothing' }],
  ['#412', { kind: 'number', number: 412, repository: '' }],
  ['412', { kind: 'number', number: 412, repository: '' }],
  ['api#412', { kind: 'number', number: 412, repository: 'api' }],
  ['acme/api #412', { kind: 'number', number: 412, repository: 'acme/api' }],
  ['4121234567890', { kind: 'words', words: ['4121234567890'] }],
  ['@ada nov', { kind: 'who', words: ['ada', 'nov'] }],
  ['retry  failed', { kind: 'words', words: ['retry', 'failed'] }],
  ['a b c d e f g h', { kind: 'words', words: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  ['acme/api', { kind: 'words', words: ['acme/api'] }],
  ['https://github.com/acme/api/pull/3', { kind: 'address', address: 'https://github.com/acme/api/pull/3' }],
  ['github.com/acme', { kind: 'address', address: 'github.com/acme' }],
  ['127.0.0.1:80/acme/api', { kind: 'address', address: '127.0.0.1:80/acme/api' }],
  ['git@github.com:acme/api.git', { kind: 'address', address: 'git@github.com:acme/api.git' }],
  ['acme/api/pull/3', { kind: 'address', address: 'acme/api/pull/3' }],
  ['feat: a/b/c', { kind: 'words', words: ['feat:', 'a/b/c'] }],
])('%j is understood', (typed, wanted) => {
  expect(parseSearch(typed)).toEqual(wanted);
});

it('finds signs of patterns as the letters they are', () => {
  expect(toPattern('100%_\\')).toBe('%100\\%\\_\\\\%');
});
