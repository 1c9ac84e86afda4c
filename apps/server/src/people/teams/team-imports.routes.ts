import { importTeams } from '@throughline/contract';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { findDelimiter } from '../import/parse-head.ts';
import { loadImportState, writeImport } from './import-teams.sql.ts';
import { planImport, toPersonKey } from './plan-import.ts';
import { readTeamFile } from './team-file.ts';

/** Teams and members from a file: what each row would do, and doing it where none is wrong. */
export const teamImportRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(importTeams, async ({ body, reader }) => {
    const file = readTeamFile(readRecords(body.csv));
    if (file === undefined)
      throw unreadable('Its first row has no column called team. Begin it with team, person, from.');
    const { rows, unknownColumns } = file;
    return database.transaction(async (tx) => {
      const names = rows.flatMap(({ person }) => (person === undefined ? [] : [toPersonKey(person)]));
      const plan = planImport(rows, await loadImportState(tx, names));
      const isWritten = !body.isPreview && plan.problems === 0;
      if (isWritten) {
        const teamIds = await writeImport(tx, plan, reader.userId);
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'teams.imported',
          subject: `user:${reader.userId}`,
          detail: { rows: rows.length, teams: teamIds },
        });
      }
      return {
        rows: plan.rows.map((row) => ({ ...row, does: [...row.does] })),
        problems: plan.problems,
        unknownColumns: [...unknownColumns],
        teamsMade: plan.newTeams.length,
        membershipsChanged: plan.memberships.length,
        isWritten,
      };
    });
  }),
];

function readRecords(csv: string): readonly (readonly string[])[] {
  const text = csv.toWellFormed().replaceAll('\0', '');
  if (text.trim() === '') throw unreadable('It is empty.');
  try {
    return parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error.message);
    throw error;
  }
}

const unreadable = (why: string): AppError =>
  new AppError('import-unreadable', `This file can’t be read as CSV. ${why} Nothing was taken.`);
