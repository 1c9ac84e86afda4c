import { email } from '@throughline/contract';
import type { ImportColumn } from './import-columns.data.ts';
import type { ImportHead } from './parse-head.ts';

/** A row of a file as it stands, before anybody is looked for. */
export interface ImportedRow {
  readonly rowNumber: number;
  readonly name: string | undefined;
  readonly emails: readonly string[];
  readonly logins: readonly string[];
  readonly joinedOn: string | undefined;
  readonly leftOn: string | undefined;
  readonly zone: string | undefined;
  readonly team: string | undefined;
  readonly problems: readonly string[];
}

/** Reads a row by its file's head; undefined for one that is empty. */
export function parseImportRow(
  { places }: ImportHead,
  cells: readonly string[],
  rowNumber: number,
  isZone: (text: string) => boolean,
): ImportedRow | undefined {
  const read = (column: ImportColumn): string => toPlain(cells[places.get(column) ?? -1] ?? '');
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const problems: string[] = [];
  const name = readName(read('name'), problems);
  const emails = readEmails(read('emails'), problems);
  const logins = readLogins(read('logins'), problems);
  const joinedOn = readDay(read('joined'), problems);
  const leftOn = readDay(read('left'), problems);
  if (joinedOn !== undefined && leftOn !== undefined && joinedOn > leftOn) {
    problems.push(`They joined on ${joinedOn}, after their last day, ${leftOn}.`);
  }
  if (name === undefined && emails.length === 0 && logins.length === 0 && problems.length === 0) {
    problems.push('It names nobody: there is no name, no address and no login.');
  }
  const zone = readZone(read('zone'), isZone, problems);
  const team = read('team') || undefined;
  return { rowNumber, name, emails, logins, joinedOn, leftOn, zone, team, problems };
}

/** Spreadsheets keep a formula from running by a quote before it; an export of ours writes it so. */
export const toPlain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '');

function readName(text: string, problems: string[]): string | undefined {
  if (text.length > 200) problems.push('The name has more than 200 characters.');
  return text === '' ? undefined : text.slice(0, 200);
}

const split = (text: string): readonly string[] => text.split(/[\s,;|]+/).filter((one) => one !== '');

function readEmails(text: string, problems: string[]): readonly string[] {
  const read = split(text).flatMap((one) => {
    const parsed = email.safeParse(one);
    if (parsed.success) return [parsed.data];
    problems.push(`“${shorten(one)}” is no e-mail address.`);
    return [];
  });
  return [...new Set(read)];
}

/** `login`, or `host/login` where a login is there on several hosts. */
function readLogins(text: string, problems: string[]): readonly string[] {
  const read = split(text).flatMap((one) => {
    const login = one.replace(/^@/, '').toLowerCase();
    if (/^([a-z0-9.:-]+\/)?[a-z0-9](?:[a-z0-9_-]{0,99})(?:\[bot\])?$/.test(login)) return [login];
    problems.push(`“${shorten(one)}” is no login at GitHub.`);
    return [];
  });
  return [...new Set(read)];
}

export function readDay(text: string, problems: string[]): string | undefined {
  if (text === '') return undefined;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? undefined;
  const day =
    iso === undefined
      ? dotted && `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`
      : `${iso[1]}-${iso[2]}-${iso[3]}`;
  if (day !== undefined && isDay(day)) return day;
  problems.push(`“${shorten(text)}” is no day. Write one as 2026-11-21.`);
  return undefined;
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
}

function readZone(text: string, isZone: (text: string) => boolean, problems: string[]): string | undefined {
  if (text === '' || isZone(text)) return text || undefined;
  problems.push(`“${shorten(text)}” is no time zone. Write one as Europe/Paris.`);
  return undefined;
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
