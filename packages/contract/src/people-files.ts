import * as z from 'zod';
import { day, id, idParam, instant } from './fields.ts';
import { peopleQuery } from './people.ts';
import { defineRoute } from './route.ts';

export const exportPeopleCsv = defineRoute({
  id: 'exportPeopleCsv',
  method: 'GET',
  path: '/api/people.csv',
  policy: 'administrator',
  summary: 'The people of a filter as CSV, by name, all of them. An import takes it back.',
  query: peopleQuery,
  answer: z.string(),
  media: 'text/csv',
});

export const exportPeopleJson = defineRoute({
  id: 'exportPeopleJson',
  method: 'GET',
  path: '/api/people.json',
  policy: 'administrator',
  summary: 'The people of a filter as a JSON array, by name, all of them.',
  query: peopleQuery,
  answer: z.string(),
  media: 'application/json',
});

/** How much of a file one call may bring, in characters. */
export const importPartLength = 300_000;

/** What an import's rows will do, counted. `rows` are all but the head. */
export const importCounts = z.object({
  rows: z.number().int(),
  adds: z.number().int(),
  changes: z.number().int(),
  nothing: z.number().int(),
  wrong: z.number().int(),
});

export const peopleImport = z.object({
  peopleImportId: id,
  fileName: z.string(),
  state: z.enum(['uploading', 'read', 'written']),
  counts: importCounts,
  /** Logins of rows to add or to change that nobody was seen under yet: they are kept, and linked once somebody is. */
  awaitedLogins: z.number().int(),
  /** Columns of the file that an import does not know; they are left out. */
  unknownColumns: z.array(z.string()),
  createdAt: instant,
});
export type PeopleImport = z.output<typeof peopleImport>;

const importParams = z.strictObject({ peopleImportId: idParam });

export const startPeopleImport = defineRoute({
  id: 'startPeopleImport',
  method: 'POST',
  path: '/api/people-imports',
  policy: 'administrator',
  summary:
    'Begin to bring a file of people. Its text follows in parts; nothing is written before it was read whole.',
  body: z.strictObject({ fileName: z.string().trim().min(1).max(200) }),
  answer: z.object({ peopleImportId: id }),
});

export const addImportPart = defineRoute({
  id: 'addImportPart',
  method: 'PUT',
  path: '/api/people-imports/:peopleImportId/parts/:position',
  policy: 'administrator',
  summary: 'Bring one part of the file’s text, counted from 0, at most 300,000 characters.',
  params: z.strictObject({ peopleImportId: idParam, position: z.coerce.number().int().min(0) }),
  body: z.strictObject({ text: z.string().max(importPartLength) }),
  answer: z.strictObject({}),
});

export const readPeopleImport = defineRoute({
  id: 'readPeopleImport',
  method: 'POST',
  path: '/api/people-imports/:peopleImportId/read',
  policy: 'administrator',
  summary: 'Read the file that was brought, and say what each row will do. Nothing is written.',
  params: importParams,
  answer: peopleImport,
});

export const importRow = z.object({
  /** As a spreadsheet counts: the head is row 1. */
  rowNumber: z.number().int(),
  name: z.string().optional(),
  emails: z.array(z.string()),
  logins: z.array(z.string()),
  joinedOn: day.optional(),
  leftOn: day.optional(),
  zone: z.string().optional(),
  team: z.string().optional(),
  does: z.enum(['adds', 'changes', 'nothing', 'wrong']),
  /** What is wrong with it, a sentence each. */
  problems: z.array(z.string()),
  /** What one should know besides. */
  notes: z.array(z.string()),
  /** Whom it changes. */
  person: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type ImportRow = z.output<typeof importRow>;

export const listImportRows = defineRoute({
  id: 'listImportRows',
  method: 'GET',
  path: '/api/people-imports/:peopleImportId/rows',
  policy: 'administrator',
  summary: 'Rows of a file that was read, by row number, 200 at a time.',
  params: importParams,
  query: z.strictObject({
    does: z.enum(['adds', 'changes', 'nothing', 'wrong']).optional(),
    /** After this row number. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  answer: z.object({ rows: z.array(importRow), total: z.number().int(), next: z.number().int().optional() }),
});

export const writePeopleImport = defineRoute({
  id: 'writePeopleImport',
  method: 'POST',
  path: '/api/people-imports/:peopleImportId/write',
  policy: 'administrator',
  summary: 'Write what was read: all of it, or nothing while one row is wrong. Rows are judged anew first.',
  params: importParams,
  answer: peopleImport,
});
