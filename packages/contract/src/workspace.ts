import * as z from 'zod';
import { nothing, personName, zone } from './fields.ts';
import { defineRoute } from './route.ts';
import { weekdays, workingDays } from './weekdays.ts';

/** Who may open a person's page besides themselves; each of them opens it to those before it too. */
export const personPages = z.enum(['own', 'leads', 'managers', 'everyone']);
export type PersonPages = z.output<typeof personPages>;

export const getWorkspace = defineRoute({
  id: 'getWorkspace',
  method: 'GET',
  path: '/api/workspace',
  policy: 'signed-in',
  summary:
    'What holds for all: the name, the zone in which weeks begin, the days on which people work, and who may open a person’s page.',
  answer: z.object({
    name: z.string(),
    zone: z.string(),
    personPages,
    /** 1 is Monday. Absent: working hours are not told. */
    workingDays: workingDays.optional(),
  }),
});

export const updateWorkspace = defineRoute({
  id: 'updateWorkspace',
  method: 'PATCH',
  path: '/api/workspace',
  policy: 'administrator',
  summary:
    'Name the workspace, set the zone in which weeks begin, the days on which people work, and who may open a person’s page.',
  body: z.strictObject({
    name: personName.optional(),
    zone: zone.optional(),
    personPages: personPages.optional(),
    /** None: working hours are not told. */
    workingDays: weekdays.optional(),
  }),
  answer: nothing,
});
