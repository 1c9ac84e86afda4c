import {
  addImportPart,
  listImportRows,
  readPeopleImport,
  startPeopleImport,
  writePeopleImport,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import {
  allowLongStatements,
  insertImport,
  keepPart,
  loadImport,
  loadImportRows,
  lockImport,
  setState,
} from './import-state.sql.ts';
import { judgeImport } from './judge-import.sql.ts';
import { readRows } from './read-import.sql.ts';
import { writeRows } from './write-import.sql.ts';

const rowsAtOnce = 200;
const partsAtMost = 200;

interface ImportDependencies {
  readonly database: Database;
}

/** People from a file: its text in parts, what each row will do, and writing all of it or nothing. */
export const importRoutes = (deps: ImportDependencies): readonly RouteHandler[] => [
  ...bringRoutes(deps),
  ...judgedRoutes(deps),
];

const bringRoutes = ({ database }: ImportDependencies): readonly RouteHandler[] => [
  handle(startPeopleImport, async ({ body, reader }) =>
    database.transaction(async (tx) => ({
      peopleImportId: await insertImport(tx, body.fileName, reader.userId),
    })),
  ),
  handle(addImportPart, async ({ params, body, reader }) => {
    if (params.position >= partsAtMost) throw tooLarge();
    await database.transaction(async (tx) => {
      await lockImport(tx, { ...params, userId: reader.userId }, ['uploading']);
      await keepPart(tx, params.peopleImportId, params.position, body.text);
    });
    return {};
  }),
  handle(readPeopleImport, async ({ params, reader }) =>
    database.transaction(async (tx) => {
      await allowLongStatements(tx);
      await lockImport(tx, { ...params, userId: reader.userId }, ['uploading']);
      await readRows(tx, database, params.peopleImportId);
      await judgeImport(tx, params.peopleImportId);
      await setState(tx, params.peopleImportId, 'read');
      return loadImport(tx, params.peopleImportId);
    }),
  ),
];

const judgedRoutes = ({ database }: ImportDependencies): readonly RouteHandler[] => [
  handle(listImportRows, async ({ params, query, reader }) => {
    const { rows, total } = await loadImportRows(database, {
      peopleImportId: params.peopleImportId,
      userId: reader.userId,
      does: query.does,
      after: query.after ?? 0,
      limit: rowsAtOnce,
    });
    const last = rows.length === rowsAtOnce ? rows.at(-1)?.rowNumber : undefined;
    return { rows, total, ...(last === undefined ? {} : { next: last }) };
  }),
  handle(writePeopleImport, async ({ params, reader }) =>
    database.transaction(async (tx) => {
      const { peopleImportId } = params;
      await allowLongStatements(tx);
      const { fileName } = await lockImport(tx, { peopleImportId, userId: reader.userId }, ['read']);
      await judgeImport(tx, peopleImportId);
      const { counts } = await loadImport(tx, peopleImportId);
      if (counts.wrong > 0) throw stillWrong(counts.wrong);
      await writeRows(tx, { peopleImportId, fileName, writtenBy: reader.userId });
      await setState(tx, peopleImportId, 'written');
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'people.imported',
        subject: `people-import:${peopleImportId}`,
        detail: { ...counts },
      });
      return loadImport(tx, peopleImportId);
    }),
  ),
];

const tooLarge = (): AppError =>
  new AppError(
    'import-unreadable',
    'The file is larger than 60 million characters, and nothing was written. Divide it into several files.',
  );

const stillWrong = (count: number): AppError =>
  new AppError(
    'import-wrong',
    `${count === 1 ? 'One row is' : `${count} rows are`} wrong, so nothing was written. Correct the file and bring it again.`,
  );
