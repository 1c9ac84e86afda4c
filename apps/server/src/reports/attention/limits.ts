import { type AgreementKind, agreementKinds, agreementTerms } from './agreements.data.ts';

/** A limit and whose it is: a team's own, that of a team above it, or Throughline's where nobody set one. */
export interface Limit {
  /** In the unit of its kind; null is no limit. */
  readonly value: number | null;
  /** The team that set it; undefined for Throughline's own. */
  readonly setBy?: { readonly slug: string; readonly name: string } | undefined;
}

export type Limits = Readonly<Record<AgreementKind, Limit>>;

/** The limits of people in no team, and of teams that agreed on nothing. */
export const usualLimits: Limits = toLimits((kind) => ({ value: agreementTerms[kind].usual }));

/** A team as limits are looked up: its own agreements, and the team above it. */
export interface AgreeingTeam {
  readonly teamId: number;
  readonly slug: string;
  readonly name: string;
  readonly parentTeamId: number | undefined;
  readonly own: ReadonlyMap<AgreementKind, number | null>;
}

/** What holds in a team: what it set itself, else what the nearest team above it set, else Throughline's own. */
export function findLimits(teams: ReadonlyMap<number, AgreeingTeam>, teamId: number): Limits {
  const line = listLine(teams, teamId);
  return toLimits((kind) => {
    const setter = line.find(({ own }) => own.has(kind));
    return setter === undefined
      ? usualLimits[kind]
      : { value: setter.own.get(kind) ?? null, setBy: { slug: setter.slug, name: setter.name } };
  });
}

/** What would hold in a team that set nothing itself. */
export function findOtherwise(teams: ReadonlyMap<number, AgreeingTeam>, teamId: number): Limits {
  const team = teams.get(teamId);
  return team === undefined
    ? usualLimits
    : findLimits(new Map([...teams, [teamId, { ...team, own: new Map() }]]), teamId);
}

/** The team and those above it, nearest first; a ring is walked once. */
function listLine(teams: ReadonlyMap<number, AgreeingTeam>, teamId: number): readonly AgreeingTeam[] {
  const line: AgreeingTeam[] = [];
  let team = teams.get(teamId);
  while (team !== undefined && !line.includes(team)) {
    line.push(team);
    team = team.parentTeamId === undefined ? undefined : teams.get(team.parentTeamId);
  }
  return line;
}

/**
 * The limits of somebody in several teams: of each kind the strictest that a team set, for every one of them was agreed
 * on; Throughline's own where none was. The same limit of two teams is told as the one's that comes first by name.
 */
export function joinLimits(all: readonly Limits[]): Limits {
  return toLimits((kind) => {
    const set = all.map((limits) => limits[kind]).filter(({ setBy }) => setBy !== undefined);
    return set.toSorted(compareStrictness)[0] ?? usualLimits[kind];
  });
}

const compareStrictness = (one: Limit, other: Limit): number => {
  const [a, b] = [one.value ?? Number.MAX_SAFE_INTEGER, other.value ?? Number.MAX_SAFE_INTEGER];
  return a - b || (one.setBy?.name ?? '').localeCompare(other.setBy?.name ?? '');
};

function toLimits(toLimit: (kind: AgreementKind) => Limit): Limits {
  // as: one entry for each kind
  return Object.fromEntries(agreementKinds.map((kind) => [kind, toLimit(kind)])) as unknown as Limits;
}

/** Whether a team, or one above it, agreed on anything. */
export const hasAgreed = (limits: Limits): boolean =>
  agreementKinds.some((kind) => limits[kind].setBy !== undefined);
