import * as z from 'zod';
import { id, idParam } from './fields.ts';
import { account } from './people.ts';
import { defineRoute } from './route.ts';

/** Who writes under an account: somebody, a program, or a program that decides by itself what to write. */
export const accountClass = z.enum(['person', 'bot', 'ai-agent']);
export type AccountClass = z.output<typeof accountClass>;

export const robotRow = z.object({
  account: account.extend({ accountId: id }),
  class: accountClass,
  /** True where somebody here said so; otherwise Throughline recognised it. */
  isSaid: z.boolean(),
  /** Whose account it is, where it is linked. */
  linkedTo: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type RobotRow = z.output<typeof robotRow>;

export const listRobots = defineRoute({
  id: 'listRobots',
  method: 'GET',
  path: '/api/robots',
  policy: 'manager',
  summary:
    'Bots and AI agents by login, and accounts of which somebody said that they are none; at most 2,000.',
  query: z.strictObject({ q: z.string().max(200).optional() }),
  answer: z.object({ robots: z.array(robotRow), total: z.number().int() }),
});

export const setAccountClass = defineRoute({
  id: 'setAccountClass',
  method: 'PUT',
  path: '/api/accounts/:accountId/class',
  policy: 'administrator',
  summary:
    'Say what an account is; null goes back to what Throughline recognises. Figures follow within seconds.',
  params: z.strictObject({ accountId: idParam }),
  body: z.strictObject({ class: accountClass.nullable() }),
  answer: z.object({
    class: accountClass,
    /** What was said before; absent where nothing was. */
    saidBefore: accountClass.optional(),
  }),
});
