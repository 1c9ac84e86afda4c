import * as z from 'zod';
import { defineRoute } from './route.ts';

/** What a row of a file does. */
export const teamImportRow = z.object({
  /** The row’s number in the file, the head being row 1. */
  row: z.number().int(),
  /** "Makes the team Payments, part of Commerce." */
  does: z.array(z.string()),
  /** Why it can’t be taken. */
  problem: z.string().optional(),
});
export type TeamImportRow = z.output<typeof teamImportRow>;

export const importTeams = defineRoute({
  id: 'importTeams',
  method: 'POST',
  path: '/api/team-imports',
  policy: 'manager',
  summary:
    'Teams and members from CSV with the columns team, parent, person (or name, email, login), part, lead, from, until. `until` is the last day. A preview says what each row would do; nothing is written while a row is wrong.',
  body: z.strictObject({ csv: z.string().max(900_000), isPreview: z.boolean() }),
  answer: z.object({
    rows: z.array(teamImportRow),
    /** How many rows cannot be taken. */
    problems: z.number().int(),
    /** Columns that are not understood; what is in them is left aside. */
    unknownColumns: z.array(z.string()),
    teamsMade: z.number().int(),
    membershipsChanged: z.number().int(),
    isWritten: z.boolean(),
  }),
});
