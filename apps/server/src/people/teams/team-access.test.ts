import type { Role } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { mayWithTeam, type TeamDeed } from './team-access.ts';

const rows: readonly (readonly [Role, 'a lead' | 'no lead', Readonly<Record<TeamDeed, boolean>>])[] = [
  ['administrator', 'no lead', { see: true, change: true, move: true, make: true }],
  ['manager', 'no lead', { see: true, change: true, move: true, make: true }],
  ['member', 'a lead', { see: true, change: true, move: false, make: false }],
  ['member', 'no lead', { see: true, change: false, move: false, make: false }],
];

describe('mayWithTeam', () => {
  it.each(rows)('%s, %s', (role, lead, may) => {
    const team = { leadUserIds: lead === 'a lead' ? [3, 7] : [3] };

    for (const deed of ['see', 'change', 'move', 'make'] as const)
      expect([deed, mayWithTeam({ userId: 7, role }, deed, team)]).toEqual([deed, may[deed]]);
  });

  it('lets nobody but managers change where there is no team', () => {
    expect(mayWithTeam({ userId: 7, role: 'member' }, 'change')).toBe(false);
  });
});
