import type { TeamRow } from '@throughline/contract';

/** A team with how deep it lies. */
export interface ArrangedTeam {
  readonly team: TeamRow;
  /** 0 for a team that is part of no other. */
  readonly depth: number;
}

/** Teams as a tree by name: each is followed by those that are part of it. They come by name. */
export function arrangeTeams(teams: readonly TeamRow[]): readonly ArrangedTeam[] {
  const known = new Set(teams.map(({ slug }) => slug));
  const below = Map.groupBy(teams, ({ parentSlug }) =>
    parentSlug !== undefined && known.has(parentSlug) ? parentSlug : undefined,
  );
  const walk = (parent: string | undefined, depth: number): readonly ArrangedTeam[] =>
    (below.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...walk(team.slug, depth + 1)]);
  return walk(undefined, 0);
}

/** Teams whose name holds a text, by name, without the tree around them. */
export const filterTeams = (teams: readonly TeamRow[], text: string): readonly ArrangedTeam[] =>
  teams
    .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
    .map((team) => ({ team, depth: 0 }));
