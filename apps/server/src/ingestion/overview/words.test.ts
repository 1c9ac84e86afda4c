import { describe, expect, test } from 'vitest';
import type { SyncWaitReason } from '../reading/sync-state.ts';
import { type ConnectionOutline, toConnectionSentence, toPercent } from './connection-sentence.ts';
import { toGoingBackText } from './going-back-text.ts';
import { toRepositoryWait } from './repository-wait.ts';
import { type ConnectionStanding, toSyncWords } from './sync-words.ts';
import { toWaitText } from './wait-text.ts';

const now = new Date('2026-11-21T13:26:10Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('why nothing is read right now', () => {
  test.each<[SyncWaitReason, string]>([
    [
      'primary-limit',
      'Waiting because this hour’s quota is used. Goes on at 14:32, in 6 min. Nothing for you to do.',
    ],
    [
      'lane-share',
      'Waiting because the rest of this hour’s quota is kept for people and for what is new. Goes on at 14:32, in 6 min. Nothing for you to do.',
    ],
    [
      'secondary-limit',
      'Waiting because GitHub asked for a pause. Goes on at 14:32, in 6 min. Nothing for you to do.',
    ],
    [
      'pace',
      'Waiting because GitHub takes only so much a minute. Goes on at 14:32, in 6 min. Nothing for you to do.',
    ],
    [
      'retry',
      'Waiting because GitHub did not answer as it should. Tries again at 14:32, in 6 min. Nothing for you to do.',
    ],
  ])('is said in words: %s', (reason, text) => {
    expect(toWaitText({ reason, untilAt: new Date('2026-11-21T13:32:00Z') }, now, 'Europe/Paris')).toBe(text);
  });

  test('never lies in the past', () => {
    expect(toWaitText({ reason: 'pace', untilAt: minutesAgo(1) }, now, 'UTC')).toContain('in 1 min');
  });
});

describe('how far back history is read', () => {
  test.each([
    ['2025-03-01T00:00:00Z', '2025-03-30T00:00:00Z', 'Now reading March 2025, going back.'],
    ['2024-06-30T23:00:00Z', '2025-03-30T00:00:00Z', 'Now reading July 2024 to March 2025, going back.'],
  ])('is said by month, in the zone of the workspace: %s, %s', (oldest, newest, text) => {
    expect(toGoingBackText({ oldestAt: new Date(oldest), newestAt: new Date(newest) }, 'Europe/Paris')).toBe(
      text,
    );
  });
});

const outline: ConnectionOutline = {
  organisation: 'acme',
  attention: undefined,
  isPaused: false,
  isDiscovered: true,
  discoveryFailure: undefined,
  repositories: 3,
  repositoriesComplete: 1,
  repositoriesFailed: 0,
  total: 200_480,
  held: 122_310,
  eta: { fromMinutes: 40, toMinutes: 55 },
};

describe('a connection in one sentence', () => {
  test.each<[string, Partial<ConnectionOutline>, string]>([
    ['being read', {}, 'acme: 61 % of its history is here. 40 to 55 minutes to go.'],
    ['without a rate yet', { eta: undefined }, 'acme: 61 % of its history is here.'],
    [
      'about to end',
      { eta: { fromMinutes: 1, toMinutes: 1 } },
      'acme: 61 % of its history is here. About a minute to go.',
    ],
    [
      'all read',
      { repositoriesComplete: 3, held: 200_480, eta: undefined },
      'acme: all 200,480 pull requests are here.',
    ],
    [
      'of one pull request',
      { repositoriesComplete: 3, held: 1, total: 1, eta: undefined },
      'acme: its one pull request is here.',
    ],
    [
      'read with something kept apart',
      { repositoriesComplete: 3, held: 200_479, eta: undefined },
      'acme: 200,479 pull requests of 200,480 are here.',
    ],
    [
      'not counted yet',
      { total: undefined, held: 40, eta: undefined },
      'acme: counting pull requests, at least 40 are here.',
    ],
    [
      'not listed yet',
      { isDiscovered: false, repositories: 0 },
      'acme: counting its repositories and pull requests.',
    ],
    [
      'that cannot be listed',
      { isDiscovered: false, repositories: 0, discoveryFailure: 'GitHub cannot be reached.' },
      'acme: its repositories could not be listed. GitHub cannot be reached.',
    ],
    [
      'without repositories',
      { repositories: 0, total: 0, held: 0, eta: undefined },
      'acme: no repository to read. It has none that was chosen.',
    ],
    ['paused', { isPaused: true }, 'acme is paused. 61 % of its history is here.'],
    [
      'in need of somebody',
      { attention: 'GitHub does not accept this token.' },
      'acme needs you. GitHub does not accept this token.',
    ],
    [
      'with a repository that fails',
      { repositoriesFailed: 1, eta: undefined },
      'acme: 61 % of its history is here. 1 repository can’t be read.',
    ],
    [
      'with several',
      { repositoriesFailed: 2, eta: undefined },
      'acme: 61 % of its history is here. 2 repositories can’t be read.',
    ],
  ])('%s', (_name, story, sentence) => {
    expect(toConnectionSentence({ ...outline, ...story })).toBe(sentence);
  });

  test.each([
    [0, 0, false, 100],
    [999, 1_000, false, 99],
    [1_000, 1_000, false, 99],
    [1_000, 1_000, true, 100],
    [1, 3, false, 33],
  ])('%i of %i, complete %s, is %i %%', (held, total, isComplete, percent) => {
    expect(toPercent(held, total, isComplete)).toBe(percent);
  });
});

describe('everything in two words', () => {
  const standing = (
    state: ConnectionStanding['state'],
    story: Partial<ConnectionStanding> = {},
  ): ConnectionStanding => ({
    state,
    held: 61,
    total: 100,
    waitUntilAt: undefined,
    lastSuccessAt: undefined,
    ...story,
  });

  test.each<[string, readonly ConnectionStanding[], { state: string; words: string }]>([
    ['nothing', [], { state: 'nothing-connected', words: 'nothing connected' }],
    [
      'one that needs somebody',
      [standing('reading'), standing('needs-attention')],
      { state: 'needs-attention', words: 'needs you' },
    ],
    [
      'two that are read',
      [standing('reading'), standing('reading', { held: 0 })],
      { state: 'reading', words: 'reading, 30 %' },
    ],
    ['one not counted', [standing('reading', { total: undefined })], { state: 'reading', words: 'reading' }],
    [
      'one that waits',
      [standing('waiting', { waitUntilAt: new Date('2026-11-21T13:32:00Z') })],
      { state: 'waiting', words: 'waiting until 14:32' },
    ],
    [
      'one paused, one in step',
      [standing('in-step'), standing('paused')],
      { state: 'paused', words: 'paused' },
    ],
    [
      'one just read',
      [standing('in-step', { lastSuccessAt: minutesAgo(0.5) })],
      { state: 'in-step', words: 'in step, just now' },
    ],
    [
      'two in step',
      [
        standing('in-step', { lastSuccessAt: minutesAgo(1) }),
        standing('in-step', { lastSuccessAt: minutesAgo(4.5) }),
      ],
      { state: 'in-step', words: 'in step, 4 min' },
    ],
  ])('%s', (_name, connections, words) => {
    expect(toSyncWords(connections, now, 'Europe/Paris')).toEqual(words);
  });
});

test('a repository waits in words until its time has come', () => {
  const wait = { waitReason: 'retry', waitUntil: new Date('2026-11-21T13:32:00Z') } as const;

  expect(toRepositoryWait(wait, now, 'UTC')?.text).toContain('Tries again at 13:32');
  expect(toRepositoryWait(wait, new Date('2026-11-21T13:32:01Z'), 'UTC')).toBeUndefined();
});
