import type { Membership } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { changeMemberships } from './change-membership.ts';

const held: readonly Membership[] = [
  { part: 'contributor', isLead: true, fromOn: '2026-01-01', source: 'github' },
];

describe('changeMemberships', () => {
  it('ends on a day what goes on, and keeps what was', () => {
    expect(changeMemberships(held, { kind: 'ended', untilOn: '2026-03-01' })).toEqual([
      { ...held[0], untilOn: '2026-03-01' },
    ]);
  });

  it('changes a part from a day on', () => {
    const changed = changeMemberships(held, {
      kind: 'member',
      part: 'viewer',
      isLead: false,
      fromOn: '2026-03-01',
    });

    expect(changed).toEqual([
      { ...held[0], untilOn: '2026-03-01' },
      { part: 'viewer', isLead: false, fromOn: '2026-03-01', source: 'hand' },
    ]);
  });

  it('is undone by putting back what was', () => {
    expect(changeMemberships([], { kind: 'restored', memberships: [...held] })).toEqual(held);
  });

  it.each([
    { kind: 'member', part: 'viewer', isLead: false, fromOn: '2026-03-01', untilOn: '2026-03-01' },
    { kind: 'restored', memberships: [held[0]!, held[0]!] },
  ] as const)('refuses what makes no time: $kind', (change) => {
    const given = change.kind === 'restored' ? { ...change, memberships: [...change.memberships] } : change;

    expect(() => changeMemberships([], given)).toThrow(/Correct them/);
  });
});
