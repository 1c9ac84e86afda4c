import type { TeamPart } from '@throughline/contract';
import { readDay, shorten, toPlain } from '../import/parse-import-row.ts';

/** A row of a file of teams as it stands, before anybody is looked for. */
export interface TeamFileRow {
  /** Its number in the file, the head being row 1. */
  readonly row: number;
  readonly team: string;
  readonly parent: string | undefined;
  /** A name, an e-mail address or a login, as written. */
  readonly person: string | undefined;
  readonly part: TeamPart;
  readonly isLead: boolean;
  readonly fromOn: string | undefined;
  /** The last day. */
  readonly lastOn: string | undefined;
  readonly problem: string | undefined;
}

const columns = {
  team: ['team', 'teamname'],
  parent: ['parent', 'partof', 'parentteam'],
  person: ['person', 'name', 'fullname', 'member', 'who'],
  email: ['email', 'mail', 'emailaddress'],
  login: ['login', 'github', 'githublogin', 'account'],
  part: ['part', 'role'],
  lead: ['lead', 'islead', 'leads'],
  from: ['from', 'fromon', 'since', 'start', 'startdate'],
  until: ['until', 'untilon', 'to', 'end', 'enddate', 'lastday'],
} as const;

type Column = keyof typeof columns;

const toWord = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The rows of a file of teams, and the columns that nobody knows. */
export interface TeamFile {
  readonly rows: readonly TeamFileRow[];
  readonly unknownColumns: readonly string[];
}

/** Reads a file of teams, row by row; undefined where its head has no column `team`. */
export function readTeamFile(records: readonly (readonly string[])[]): TeamFile | undefined {
  const [head = [], ...rest] = records;
  const places = new Map<Column, number>();
  const unknownColumns: string[] = [];
  for (const [place, cell] of head.entries()) {
    const found = Object.entries(columns).find(([, names]) => names.some((name) => name === toWord(cell)));
    // as: the keys of that very table
    const column = found?.[0] as Column | undefined;
    if (column !== undefined && !places.has(column)) places.set(column, place);
    else if (cell.trim() !== '') unknownColumns.push(cell.trim().slice(0, 100));
  }
  if (!places.has('team')) return undefined;
  const rows = rest.flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const read = (column: Column): string => toPlain(cells[places.get(column) ?? -1] ?? '');
    return [readRow(read, at + 2)];
  });
  return { rows, unknownColumns };
}

function readRow(read: (column: Column) => string, row: number): TeamFileRow {
  const problems: string[] = [];
  const team = read('team');
  if (team === '') problems.push('It names no team.');
  if (team.length > 100 || read('parent').length > 100)
    problems.push('A team’s name has at most 100 characters.');
  const fromOn = readDay(read('from'), problems);
  const lastOn = readDay(read('until'), problems);
  if (fromOn !== undefined && lastOn !== undefined && lastOn < fromOn)
    problems.push(`It ends on ${lastOn}, before it begins on ${fromOn}.`);
  return {
    row,
    team,
    parent: read('parent') || undefined,
    person: readPerson(read),
    part: readPart(read('part'), problems),
    isLead: readYes(read('lead'), problems),
    fromOn,
    lastOn,
    problem: problems.join(' ') || undefined,
  };
}

/** What tells people of one name apart comes first. */
const readPerson = (read: (column: Column) => string): string | undefined =>
  read('email') || read('login') || read('person') || undefined;

function readPart(text: string, problems: string[]): TeamPart {
  const word = text.toLowerCase();
  if (word === 'viewer') return 'viewer';
  if (!['', 'contributor', 'member'].includes(word))
    problems.push(`“${shorten(text)}” is no part. There are contributor and viewer.`);
  return 'contributor';
}

function readYes(text: string, problems: string[]): boolean {
  const word = text.toLowerCase();
  if (['yes', 'y', 'true', '1', 'x', 'lead'].includes(word)) return true;
  if (!['', 'no', 'n', 'false', '0'].includes(word))
    problems.push(`“${shorten(text)}” does not say whether they lead the team. Write yes or no.`);
  return false;
}
