import type { AttentionList } from '@throughline/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { startAnsweringApi } from '../testing/start-answering-api.ts';

const row: AttentionList['rows'][number] = {
  repository: { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' },
  number: 431,
  title: 'Retry \u001b[31mpayouts',
  path: '/gh/github.com/acme/api/pull/431',
  url: 'https://github.com/acme/api/pull/431',
  author: { login: 'kim', kind: 'User' },
  group: 'first-review',
  agreement: 'first-review',
  turnOf: ['Robin'],
  sinceAt: '2026-11-17T12:00:00Z',
  isBeyond: true,
  cause: 'a review was asked of you 26 h ago',
  until: 'Payments agreed on 24 h; that was 2 h ago',
  sentence: 'Waiting because a review was asked of you 26 h ago. Payments agreed on 24 h; that was 2 h ago.',
};
const list: AttentionList = {
  of: { kind: 'me' },
  sentence: '1 thing waits for you.',
  rows: [row],
  total: 1,
  groups: [{ group: 'first-review', count: 1 }],
  others: 0,
  snoozed: 0,
  leftOut: 0,
  ignored: [],
  scope: { visibleRepositories: 1, gaps: [], isMoving: false },
};
const nothing: AttentionList = {
  ...list,
  sentence: 'Nothing is beyond agreements in Payments.',
  rows: [],
  total: 0,
};
const unlinked: AttentionList = { ...nothing, unlinked: { cause: 'no-person', ask: ['Ada'] } };

const { asked, tell: tellAny } = await startAnsweringApi((request, response) => {
  const isThere = request.url?.includes('none') !== true;
  response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
  const answer = request.url?.includes('payments') === true ? nothing : list;
  const shown = request.url?.includes('%40mine') === true ? unlinked : answer;
  response.end(JSON.stringify(isThere ? shown : { code: 'not-found', message: 'x' }));
});
beforeEach(() => asked.splice(0));

const tell = (...words: string[]) => tellAny('attention', ...words);

describe('throughline attention', () => {
  test('says what waits and why, without what titles bring along, and ends with 4', async () => {
    const { exitCode, out } = await tell();

    expect(exitCode).toBe(4);
    expect(asked).toEqual(['/api/attention']);
    expect(out).toBe(
      `1 thing waits for you.\n\n! acme/api #431  Retry [31mpayouts\n  ${row.sentence}\n  ${row.url}\n`,
    );
  });

  test('ends with 0 where nothing is beyond agreements', async () => {
    const { exitCode, out } = await tell('--team', 'payments');

    expect([exitCode, asked]).toEqual([0, ['/api/attention?team=payments']]);
    expect(out).toBe('Nothing is beyond agreements in Payments.\n');
  });

  test('answers programs with all of it', async () => {
    const { exitCode, out } = await tell('--repo', 'acme/api', '--json');

    expect(exitCode).toBe(4);
    expect(JSON.parse(out)).toEqual(list);
  });

  test('says whom to ask where it is not known', async () => {
    const { out } = await tell('--team', '@mine');

    expect(out).toContain('because you are not tied to a person yet. Ask Ada to do that.');
  });

  test('refuses two scopes at once, and says of what is not there that it is not', async () => {
    const both = await tell('--team', 'a', '--repo', 'b/c');
    const none = await tell('--team', 'none');

    expect([both.exitCode, none.exitCode]).toEqual([2, 1]);
    expect(none.errors).toContain('no such team or repository');
  });
});
