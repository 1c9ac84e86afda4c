import { expect, test } from 'vitest';
import { parseAccountSearch } from './parse-account-search.ts';

const everybody = ['User', 'Organization'];

test.each([
  ['ada', { text: 'ada', kinds: everybody }],
  ['"ada king" in:name', { text: 'ada king', kinds: everybody, fields: ['name'] }],
  ['in:login in:email ada', { text: 'ada', kinds: everybody, fields: ['login', 'email'] }],
  ['ada type:user', { text: 'ada', kinds: ['User'] }],
  ['type:org acme', { text: 'acme', kinds: ['Organization'] }],
])('%j', (text, query) => {
  expect(parseAccountSearch(text)).toEqual({ kind: 'query', query });
});

test.each(['location:Berlin', 'ada repos:>5', 'in:bio ada', 'type:bot'])('%j is not emulated', (text) => {
  expect(parseAccountSearch(text).kind).toBe('unserved');
});
