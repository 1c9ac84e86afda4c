import { basename } from 'node:path';
import {
  bringPeopleFile,
  type ImportRow,
  listImportRows,
  type PeopleImport,
  writePeopleImport,
} from '@throughline/contract';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

interface Wanted {
  readonly file: string;
  readonly isDryRun: boolean;
}

/** Brings a file of people and writes it, unless a row is wrong or it is only to be looked at. */
export async function importPeople(world: World, { file, isDryRun }: Wanted): Promise<Outcome> {
  const { call } = await openSession(world);
  const { buffer } = await world.readFile(file).catch((error: unknown) => {
    throw notReadable(file, error);
  });
  const read = await bringPeopleFile(call, { name: basename(file), bytes: buffer });
  const { peopleImportId, counts } = read;
  const params = { peopleImportId };
  const { rows } = await call(listImportRows, { params, query: counts.wrong > 0 ? { does: 'wrong' } : {} });
  const canWrite = !isDryRun && counts.wrong === 0;
  const done = canWrite ? await call(writePeopleImport, { params }) : read;
  return {
    lines: toLines(done, counts.wrong > 0 || isDryRun ? rows : []),
    json: { import: done, rows },
    exitCode: counts.wrong > 0 ? exitCodes.failed : exitCodes.fine,
  };
}

function toLines(done: PeopleImport, rows: readonly ImportRow[]): readonly string[] {
  const { adds, changes, nothing, wrong } = done.counts;
  const isWritten = done.state === 'written';
  const rest = `${toNumber(nothing)} as they are already`;
  return [
    ...rows.map(toRowLine),
    isWritten
      ? `${toNumber(adds)} added, ${toNumber(changes)} changed, ${rest}.`
      : `${toNumber(adds)} to add, ${toNumber(changes)} to change, ${rest}, ${toNumber(wrong)} wrong. Nothing was written.`,
    ...(done.unknownColumns.length === 0
      ? []
      : [toPlain(`Columns that are left out: ${done.unknownColumns.join(', ')}.`)]),
  ];
}

const words = { adds: 'add', changes: 'change', nothing: 'as is', wrong: 'wrong' } as const;

const toRowLine = ({ rowNumber, does, name, emails, logins, problems, notes }: ImportRow): string =>
  toPlain(
    `Row ${rowNumber}: ${words[does]}  ${name ?? emails[0] ?? logins[0] ?? ''}  ${[...problems, ...notes].join(' ')}`.trimEnd(),
  );

function notReadable(file: string, cause: unknown): CliFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CliFailure(
    exitCodes.failed,
    { code: 'file-unreadable', message: `${file} cannot be read: ${reason}. Check the path.` },
    cause,
  );
}
