import type { ConnectionSync, RepositorySync } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { measure } from '../text/fit-text.ts';
import { createStyle } from '../text/style.ts';
import { needsAttention } from './judge-status.ts';
import type { ConnectionStatus, Status } from './load-status.ts';
import { type Telling, toStatusLines } from './status-lines.ts';

const now = new Date('2026-11-21T12:00:00Z');
const telling: Telling = {
  origin: 'http://127.0.0.1:7117',
  now,
  width: undefined,
  style: createStyle(false),
};

const sync: ConnectionSync = {
  connection: {
    connectionId: 1,
    name: 'acme',
    organisation: 'acme',
    host: { name: 'github.com', kind: 'github.com', webUrl: 'https://github.com' },
    state: 'active',
    repositoryChoice: 'all',
    includesArchived: true,
    includesForks: true,
    data: ['pull-requests'],
    createdAt: '2026-11-01T00:00:00Z',
  },
  sentence: 'acme: 61 % of its history is here. 40 to 55 minutes to go.',
  repositories: 214,
  repositoriesComplete: 182,
  total: 200_480,
  held: 122_310,
  isRecentComplete: true,
  goingBack: 'Now reading March 2025, going back.',
  wait: {
    text: 'Waiting because this hour’s quota is used. Goes on at 14:32, in 6 min. Nothing for you to do.',
  },
  lastSuccessAt: '2026-11-21T11:59:56Z',
  data: [],
  lately: { added: 0, changed: 0, setAside: 0 },
  quota: [
    {
      resource: 'graphql',
      limit: 5_000,
      remaining: 500,
      spent: { person: 3, lookup: 40, incremental: 210, backfill: 4_000 },
      keptFree: 500,
    },
    { resource: 'core', spent: { person: 0, lookup: 0, incremental: 0, backfill: 0 }, keptFree: 0 },
  ],
};

const failed: RepositorySync = {
  repositoryId: 1,
  fullName: 'acme/legacy',
  state: 'failed',
  total: 100,
  held: 61,
  failure: { code: 'github-scope-missing', text: 'The token may not read it. Give it Contents: read.' },
  quarantined: 0,
  data: [],
};

const data: ConnectionSync['data'] = [
  { kind: 'pull-requests', held: 122_310, percent: 61 },
  { kind: 'reviews', held: 360_000, percent: 61 },
  { kind: 'files', held: 900_000, percent: 58 },
];

const toStatus = (given: Partial<ConnectionStatus> = {}): Status => ({
  overview: { words: 'reading, 61 %', state: 'reading', connections: [], hasDemo: false },
  connections: [{ sync, log: [], needsYou: [], needsYouCount: 0, repositories: undefined, ...given }],
});

describe('the state of the sync', () => {
  test('is the sentence, what is here, what waits and why, and the quota by lane', () => {
    expect(toStatusLines(toStatus(), telling).join('\n')).toMatchInlineSnapshot(`
      "acme: 61 % of its history is here. 40 to 55 minutes to go.
        122,310 of 200,480 pull requests in 214 repositories, 182 complete.
        The newest 30 days are complete; figures for them are final. Now reading March 2025, going back.
        Last read 4 s ago.
        Waiting because this hour’s quota is used. Goes on at 14:32, in 6 min. Nothing for you to do.

        Quota this hour          Left  Anew  People  Look-ups  Sync  Backfill  Others
        GraphQL          500 of 5,000             3        40   210     4,000     247"
    `);
  });

  test('has how much of each kind of data is here', () => {
    expect(toStatusLines(toStatus({ sync: { ...sync, data, quota: [] } }), telling).slice(6)).toEqual([
      '  Data              Here  Complete',
      '  Pull requests  122,310  ◑ 61 %',
      '  Reviews        360,000  ◑ 61 %',
      '  Files          900,000  ◑ 58 %',
    ]);
  });

  test('has a line for each repository where they are asked for, with what is furthest behind', () => {
    const repositories = [{ ...failed, data }];

    expect(toStatusLines(toStatus({ sync: { ...sync, quota: [] }, repositories }), telling).slice(6)).toEqual(
      [
        '  Repository     Pull requests  Data          Last read  State',
        '  acme/legacy  61 of 100, 61 %  ◑ 58 % files  not yet    can’t be read: The token may not read it. Give it Contents: read.',
      ],
    );
  });

  test('names what needs somebody, with cause and repair', () => {
    const attention = { code: 'github-not-signed-in', text: 'GitHub refuses the token.' };
    const connection = { ...sync.connection, state: 'needs-attention' as const, attention };

    const lines = toStatusLines(
      toStatus({ sync: { ...sync, connection }, needsYou: [failed], needsYouCount: 1 }),
      telling,
    );

    expect(lines).toContain(
      '  ! GitHub refuses the token. Repair it at http://127.0.0.1:7117/settings/github/acme',
    );
    expect(lines).toContain(
      '  ! acme/legacy can’t be read. The token may not read it. Give it Contents: read.',
    );
  });

  test('counts the rest where many need somebody', () => {
    const needsYou = Array.from({ length: 100 }, (_, index) => ({ ...failed, repositoryId: index + 1 }));

    const lines = toStatusLines(toStatus({ needsYou, needsYouCount: 1_207 }), telling);

    expect(lines.filter((line) => line.includes('can’t be read')).length).toBe(5);
    expect(lines).toContain('  ! 1,202 more repositories need you: see --repositories.');
  });

  test('says nothing of numbers before anything has been counted', () => {
    const { total: _total, lastSuccessAt: _at, wait: _wait, ...uncounted } = sync;
    const sentence = 'acme: counting its repositories and pull requests.';
    const none = { ...uncounted, sentence, repositories: 0, repositoriesComplete: 0, held: 0, quota: [] };

    expect(toStatusLines(toStatus({ sync: none }), telling)).toEqual([sentence]);
  });

  test('says that nothing is connected, and where to begin', () => {
    expect(toStatusLines({ ...toStatus(), connections: [] }, telling)).toEqual([
      'Nothing is connected yet. Connect GitHub at http://127.0.0.1:7117/settings/github/new.',
    ]);
  });

  test.each([20, 40, 60, 80, 200])('is never wider than %i columns', (width) => {
    const log = [
      {
        at: '2026-11-21T11:59:00Z',
        kind: 'failed' as const,
        repository: 'acme/a-repository-with-a-very-long-name-indeed',
        text: 'GitHub could not answer; it is tried again, with fewer pull requests at once',
      },
    ];

    const needing = { needsYou: [failed], needsYouCount: 1, repositories: [failed] };
    const lines = toStatusLines(toStatus({ sync: { ...sync, data }, ...needing, log }), {
      ...telling,
      width,
    });

    expect(lines.filter((line) => measure(line) > width)).toEqual([]);
  });

  test('steers no terminal, whatever things are called', () => {
    const evil = '\u001b[2J\u001b]0;evil\u0007';
    const evilOne = { ...failed, fullName: `acme/${evil}`, failure: { code: 'x', text: evil } };
    const status = toStatus({
      sync: { ...sync, sentence: `${evil}acme`, connection: { ...sync.connection, name: `${evil}acme` } },
      needsYou: [evilOne],
      needsYouCount: 1,
      repositories: [evilOne],
      log: [{ at: '2026-11-21T11:59:00Z', kind: 'failed', repository: evil, text: evil }],
    });

    expect(toStatusLines(status, telling).join('\n')).not.toMatch(
      // oxlint-disable-next-line no-control-regex -- those are what is looked for
      /[\u0000-\u0009\u000b-\u001f]/,
    );
  });

  test('has colours on a terminal that likes them', () => {
    const lines = toStatusLines(toStatus(), { ...telling, style: createStyle(true) });

    expect(lines[0]).toBe(`\u001b[1m${sync.sentence}\u001b[22m`);
  });
});

describe('attention is needed', () => {
  test.each<[string, Partial<ConnectionStatus>, boolean]>([
    ['not while all is well', {}, false],
    ['where a repository can’t be read', { needsYou: [failed], needsYouCount: 1 }, true],
    ['not where one only waits', { repositories: [{ ...failed, state: 'waiting' }] }, false],
    [
      'where the connection says so',
      { sync: { ...sync, connection: { ...sync.connection, state: 'needs-attention' } } },
      true,
    ],
  ])('%s', (_, given, isNeeded) => {
    expect(needsAttention(toStatus(given))).toBe(isNeeded);
  });
});
