import * as z from 'zod';
import { idParam } from './fields.ts';
import { defineRoute } from './route.ts';
import { dataKind } from './sync-fields.ts';

/** What reading costs. */
export const readingCost = z.object({
  /** Entries read: pull requests, reviews, comments and so on. */
  objects: z.number().int(),
  /** Of GraphQL’s quota. */
  points: z.number().int(),
  graphqlRequests: z.number().int(),
  restRequests: z.number().int(),
  graphqlCpuSeconds: z.number(),
  restCpuSeconds: z.number(),
  diskBytes: z.number().int(),
});
export type ReadingCost = z.output<typeof readingCost>;

export const syncPlan = z.object({
  /** One sentence: "Reading what is missing of acme takes 3 to 4 hours: 78,170 pull requests, 4,100 points and 4,350 requests over REST." */
  sentence: z.string(),
  /** Repositories of which something is to be read, those that have not been counted among them. */
  repositories: z.number().int(),
  /** Repositories whose pull requests GitHub has not counted for us yet: what they cost comes on top. */
  uncounted: z.number().int(),
  pullRequests: z.number().int(),
  /** What was read and lacks something, or could not be read, at least: repairing asks for it again, a backfill does not. */
  gapped: z.object({ pullRequests: z.number().int(), repositories: z.number().int() }),
  cost: readingCost,
  /** What each kind of data adds, in the order shown. Their sum is `cost`. */
  data: z.array(readingCost.extend({ kind: dataKind })),
  /**
   * Hours, as a range, with this host’s limits and what is kept free; where the host sets none, of its computing time.
   * Absent where there is nothing to read.
   */
  hours: z.object({ from: z.number(), to: z.number() }).optional(),
  /** What holds it up longest: quota of points, quota of requests, computing time. */
  boundBy: z.enum(['points', 'rest-requests', 'graphql-cpu', 'rest-cpu']).optional(),
  /** Whether the averages are those of what is here, or those of an average organisation. */
  basis: z.enum(['measured', 'assumed']),
  /** What the figures take for granted, a sentence each. */
  assumptions: z.array(z.string()),
});
export type SyncPlan = z.output<typeof syncPlan>;

export const planSync = defineRoute({
  id: 'planSync',
  method: 'GET',
  path: '/api/connections/:connectionId/plan',
  policy: 'administrator',
  summary: 'What reading would cost before it begins: what is missing, or everything anew.',
  params: z.strictObject({ connectionId: idParam }),
  query: z.strictObject({ scope: z.enum(['missing', 'everything']).optional() }),
  answer: syncPlan,
});
