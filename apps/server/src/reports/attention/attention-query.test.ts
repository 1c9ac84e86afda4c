import { expect, it } from 'vitest';
import { parseAttentionQuery } from './attention-query.ts';

it.each([
  [{}, { kind: 'me' }],
  [{ team: '@mine' }, { kind: 'my-teams' }],
  [{ team: 'payments' }, { kind: 'team', slug: 'payments' }],
  [{ repo: 'acme/api' }, { kind: 'repository', fullName: 'acme/api' }],
])('reads whose list %j asks for', (query, of) => {
  expect(parseAttentionQuery(query)).toMatchObject({ of, show: 'waiting', ignored: [] });
});

it.each([
  [{ repo: 'api' }, 'repo'],
  [{ team: 'a', repo: 'acme/api' }, 'repo'],
  [{ kind: 'slow' }, 'kind'],
  [{ show: 'all' }, 'show'],
  [{ team: 'a', show: 'others' }, 'show'],
  [{ limits: 'mine' }, 'limits'],
])('names what it does not understand in %j', (query, name) => {
  const { ignored, show, group } = parseAttentionQuery(query);

  expect(ignored.map((each) => each.name)).toEqual([name]);
  expect([show, group]).toEqual(['waiting', undefined]);
});

it('begins at the first row where a place is none', () => {
  const place = '0-000001763719200000-0000000000000001-0000000012-first-review';

  expect(parseAttentionQuery({ after: place }).after).toBe(place);
  expect(parseAttentionQuery({ after: "1' or true" }).after).toBeUndefined();
});
