import type { DataGap } from '@throughline/contract';
import { expect, it } from 'vitest';
import { joinGaps } from './join-gaps.ts';

const gap = (more: Partial<DataGap>): DataGap => ({
  kind: 'reviews',
  cause: 'forbidden',
  text: 'This token may not read it.',
  repair: 'Give it the permission.',
  pullRequests: 1,
  examples: [{ number: 14 }],
  ...more,
});

it('joins what the same pull requests lack for the same reason, and nothing else', () => {
  const other = gap({ kind: 'files', cause: 'gone', text: 'It is gone.' });

  const joined = joinGaps([
    gap({ kind: 'events' }),
    other,
    gap({ kind: 'reviews' }),
    gap({ kind: 'commits', examples: [{ number: 13 }] }),
  ]);

  expect(joined.map(({ kinds, cause }) => [kinds, cause])).toEqual([
    [['reviews', 'events'], 'forbidden'],
    [['files'], 'gone'],
    [['commits'], 'forbidden'],
  ]);
});
