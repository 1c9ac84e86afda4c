import { allReadData, type ConnectionSummary } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { toChoiceWords, toConnectionsSentence } from './connection-words.ts';

const connection = (state: ConnectionSummary['state']): ConnectionSummary => ({
  connectionId: 1,
  name: 'acme',
  organisation: 'acme',
  host: { name: 'github.com', kind: 'github.com', webUrl: 'https://github.com' },
  state,
  repositoryChoice: 'all',
  includesArchived: false,
  includesForks: false,
  data: [...allReadData],
  createdAt: '2026-11-21T12:00:00Z',
});

describe('the sentence over the connections', () => {
  it.each([
    [[], 'No organisation is connected yet.'],
    [['active'], '1 organisation is connected.'],
    [['active', 'paused'], '2 organisations are connected.'],
    [['active', 'needs-attention'], '2 organisations are connected; 1 needs you.'],
  ] as const)('for %j is "%s"', (states, sentence) => {
    expect(toConnectionsSentence(states.map(connection))).toBe(sentence);
  });
});

describe('what a connection reads', () => {
  it.each([
    ['all', false, false, 'All repositories, current and future, without archived ones and forks'],
    ['all', true, false, 'All repositories, current and future, without forks'],
    ['all', true, true, 'All repositories, current and future'],
    ['some', false, false, 'The repositories that were chosen'],
  ] as const)('%s, archived %s, forks %s: %s', (repositoryChoice, includesArchived, includesForks, words) => {
    expect(toChoiceWords({ repositoryChoice, includesArchived, includesForks })).toBe(words);
  });
});
