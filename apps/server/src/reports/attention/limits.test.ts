import { describe, expect, it } from 'vitest';
import type { AgreementKind } from './agreements.data.ts';
import { type AgreeingTeam, findLimits, joinLimits, usualLimits } from './limits.ts';

const team = (
  teamId: number,
  name: string,
  parentTeamId: number | undefined,
  own: readonly (readonly [AgreementKind, number | null])[] = [],
): AgreeingTeam => ({ teamId, slug: name.toLowerCase(), name, parentTeamId, own: new Map(own) });
const toTeams = (...teams: readonly AgreeingTeam[]) => new Map(teams.map((each) => [each.teamId, each]));

describe('findLimits', () => {
  it('takes a team’s own, then the nearest above, then Throughline’s', () => {
    const teams = toTeams(
      team(1, 'Engineering', undefined, [
        ['first-review', 48],
        ['oversized', null],
      ]),
      team(2, 'Payments', 1, [['first-review', 4]]),
    );

    const limits = findLimits(teams, 2);

    expect(limits['first-review']).toEqual({ value: 4, setBy: { slug: 'payments', name: 'Payments' } });
    expect(limits.oversized).toEqual({ value: null, setBy: { slug: 'engineering', name: 'Engineering' } });
    expect(limits['not-merged']).toEqual(usualLimits['not-merged']);
  });

  it('ends in a ring of teams, and for a team that is gone', () => {
    expect(findLimits(toTeams(team(1, 'A', 2), team(2, 'B', 1)), 1)).toEqual(usualLimits);
    expect(findLimits(toTeams(), 9)).toEqual(usualLimits);
  });
});

describe('joinLimits', () => {
  it('takes the strictest that a team agreed on, and none that none did', () => {
    const teams = toTeams(
      team(1, 'A', undefined, [['first-review', 48]]),
      team(2, 'B', undefined, [
        ['first-review', 30],
        ['not-merged', null],
      ]),
    );

    const limits = joinLimits([findLimits(teams, 1), findLimits(teams, 2)]);

    expect(limits['first-review']).toEqual({ value: 30, setBy: { slug: 'b', name: 'B' } });
    expect(limits['not-merged'].value).toBeNull();
    expect(limits.oversized).toEqual(usualLimits.oversized);
    expect(joinLimits([])).toEqual(usualLimits);
  });
});
