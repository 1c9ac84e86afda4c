import type { Membership, TeamImportRow } from '@throughline/contract';
import { layOver } from './memberships.ts';
import type { TeamFileRow } from './team-file.ts';
import { findCircle, toCircleSentence } from './team-tree.ts';

/** What is here before a file of teams is taken. */
export interface ImportState {
  readonly teams: readonly {
    readonly teamId: number;
    readonly slug: string;
    readonly name: string;
    readonly parentTeamId: number | undefined;
  }[];
  /** People by what a row may call them: name, address in the workspace, e-mail address, login; lower case. */
  readonly people: ReadonlyMap<string, readonly { readonly personId: number; readonly name: string }[]>;
  readonly held: readonly {
    readonly teamId: number;
    readonly personId: number;
    readonly membership: Membership;
  }[];
  readonly today: string;
}

/** A team of the file: one that is here, or one to be made. Its key is what tells it from the others. */
interface PlannedTeam {
  readonly key: string;
  readonly teamId: number | undefined;
  readonly name: string;
  parent: string | undefined;
  /** The row that says of which team it is part. */
  parentRow: number | undefined;
}

export interface ImportPlan {
  readonly rows: readonly TeamImportRow[];
  readonly problems: number;
  readonly newTeams: readonly { readonly key: string; readonly name: string }[];
  /** Where teams shall hang, as keys: `#12` is a team that is here, anything else one to be made. */
  readonly places: readonly { readonly key: string; readonly parent: string }[];
  readonly memberships: readonly {
    readonly team: string;
    readonly personId: number;
    readonly memberships: readonly Membership[];
  }[];
}

/** What each row of a file of teams does, and what comes of all of them together. */
export function planImport(rows: readonly TeamFileRow[], state: ImportState): ImportPlan {
  const draft = createDraft(state);
  const said = rows.map((row) => takeRow(draft, row));
  const circled = findCircled(draft);
  const answer = said.map((row) =>
    row.problem === undefined && circled?.row === row.row ? { ...row, problem: circled.sentence } : row,
  );
  return {
    rows: answer,
    problems: answer.filter(({ problem }) => problem !== undefined).length,
    ...toChanges(draft),
  };
}

/** Everything as it is after the rows that were taken so far. */
interface Draft {
  readonly state: ImportState;
  /** By key. */
  readonly teams: Map<string, PlannedTeam>;
  /** Times by team's key and person. */
  readonly times: Map<string, readonly Membership[]>;
  readonly changed: Set<string>;
}

function createDraft(state: ImportState): Draft {
  const times = new Map<string, readonly Membership[]>();
  for (const { teamId, personId, membership } of state.held) {
    const key = `${toKey(teamId)} ${personId}`;
    times.set(key, [...(times.get(key) ?? []), membership]);
  }
  const teams = state.teams.map(({ teamId, name, parentTeamId }): [string, PlannedTeam] => {
    const parent = parentTeamId === undefined ? undefined : toKey(parentTeamId);
    return [toKey(teamId), { key: toKey(teamId), teamId, name, parent, parentRow: undefined }];
  });
  return { state, teams: new Map(teams), times, changed: new Set() };
}

function takeRow(draft: Draft, row: TeamFileRow): TeamImportRow {
  if (row.problem !== undefined) return { row: row.row, does: [], problem: row.problem };
  const does: string[] = [];
  const team = findTeam(draft, row.team, does);
  if (typeof team === 'string') return { row: row.row, does: [], problem: team };
  const problem = setParent(draft, team, row, does) ?? setMember(draft, team, row, does);
  if (problem !== undefined) return { row: row.row, does: [], problem };
  return { row: row.row, does: does.length === 0 ? [`${team.name} is here already.`] : does };
}

/** The team a row names, made where there is none; or why it is not clear which. */
function findTeam({ state, teams }: Draft, text: string, does: string[]): PlannedTeam | string {
  const word = text.toLowerCase();
  const named = state.teams.filter(({ name }) => name.toLowerCase() === word);
  if (named.length > 1) return `${named.length} teams are called ${text}. Write the name in the address.`;
  const known = named[0] ?? state.teams.find(({ slug }) => slug === text);
  const key = known === undefined ? word : toKey(known.teamId);
  const team = teams.get(key);
  if (team !== undefined) return team;
  const made = { key, teamId: undefined, name: text, parent: undefined, parentRow: undefined };
  teams.set(key, made);
  does.push(`Makes the team ${text}.`);
  return made;
}

function setParent(draft: Draft, team: PlannedTeam, row: TeamFileRow, does: string[]): string | undefined {
  if (row.parent === undefined) return undefined;
  const parent = findTeam(draft, row.parent, does);
  if (typeof parent === 'string') return parent;
  if (team.parent === parent.key) return undefined;
  if (team.parentRow !== undefined) {
    return `Row ${team.parentRow} makes ${team.name} part of another team. A team is part of one.`;
  }
  team.parent = parent.key;
  team.parentRow = row.row;
  does.push(`Makes ${team.name} part of ${parent.name}.`);
  return undefined;
}

function setMember(draft: Draft, team: PlannedTeam, row: TeamFileRow, does: string[]): string | undefined {
  if (row.person === undefined) return undefined;
  const person = findPerson(row.person, draft.state);
  if (typeof person === 'string') return person;
  const key = `${team.key} ${person.personId}`;
  const laid = toMembership(row, draft.state.today);
  const before = draft.times.get(key) ?? [];
  const after = layOver(before, laid);
  if (isSame(before, after)) {
    does.push(`${person.name} is that in ${team.name} already.`);
    return undefined;
  }
  draft.times.set(key, after);
  draft.changed.add(key);
  does.push(`${person.name} is ${toPartWords(laid)} of ${team.name} ${toDaysWords(laid)}.`);
  return undefined;
}

const toMembership = ({ part, isLead, fromOn, lastOn }: TeamFileRow, today: string): Membership => ({
  part,
  isLead,
  fromOn: fromOn ?? today,
  ...(lastOn === undefined ? {} : { untilOn: toDayAfter(lastOn) }),
  source: 'csv',
});

/** The last row that closes a circle, and the circle. */
function findCircled({ teams }: Draft) {
  const circle = findCircle([...teams.values()].map(({ key, parent }) => ({ key, parent })));
  if (circle === undefined) return undefined;
  const members = circle.slice(1).flatMap((key) => teams.get(key) ?? []);
  const row = Math.max(...members.flatMap(({ parentRow }) => parentRow ?? []));
  const first = members.findIndex(({ parentRow }) => parentRow === row);
  const turned = [...members.slice(first), ...members.slice(0, first + 1)];
  return { row, sentence: toCircleSentence(turned.map(({ name }) => name)) };
}

const toChanges = ({
  teams,
  times,
  changed,
}: Draft): Pick<ImportPlan, 'newTeams' | 'places' | 'memberships'> => ({
  newTeams: [...teams.values()].filter(({ teamId }) => teamId === undefined),
  places: [...teams.values()].flatMap(({ key, parent, parentRow }) =>
    parentRow === undefined || parent === undefined ? [] : [{ key, parent }],
  ),
  memberships: [...changed].map((key) => {
    const at = key.lastIndexOf(' ');
    return {
      team: key.slice(0, at),
      personId: Number(key.slice(at + 1)),
      memberships: times.get(key) ?? [],
    };
  }),
});

const toKey = (teamId: number): string => `#${teamId}`;

function findPerson(text: string, { people }: ImportState) {
  const found = people.get(toPersonKey(text)) ?? [];
  const [only] = found;
  if (found.length > 1)
    return `${found.length} people are called ${text}. Write an e-mail address or a login instead.`;
  return (
    only ?? `Nobody here is called ${text}, by name, e-mail address or login. Add them under People first.`
  );
}

/** By what a person of a row is looked up. */
export const toPersonKey = (text: string): string => text.toLowerCase().replace(/^@/, '');

const isSame = (before: readonly Membership[], after: readonly Membership[]): boolean =>
  JSON.stringify(before.map(toTold)) === JSON.stringify(after.map(toTold));

const toTold = ({ part, isLead, fromOn, untilOn }: Membership) => [part, isLead, fromOn, untilOn];

const toPartWords = ({ part, isLead }: Membership): string => (isLead ? `${part} and lead` : part);

const toDaysWords = ({ fromOn, untilOn }: Membership): string =>
  untilOn === undefined ? `from ${fromOn} on` : `from ${fromOn} until ${toDayBefore(untilOn)}`;

const toDayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const toDayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
