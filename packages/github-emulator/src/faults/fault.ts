import { z } from 'zod';

const times = z.number().int().positive().default(1);

/**
 * Something that goes wrong on purpose, the next `times` times an operation is asked. `operation` is a query's name or
 * a route such as `GET /orgs/{org}`; any when absent.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  /** An answer with that status and GitHub's error body; 502 and 503 come as the HTML page of a proxy. */
  z.strictObject({
    kind: z.literal('status'),
    operation: z.string().optional(),
    times,
    status: z.number().int().min(300).max(599),
    location: z.string().optional(),
  }),
  /** 200 with a page of HTML, as a proxy or a captive portal answers. */
  z.strictObject({ kind: z.literal('html'), operation: z.string().optional(), times }),
  /** The right answer with one value of another type; `place` from 0 to 1 says which. */
  z.strictObject({
    kind: z.literal('wrong-types'),
    operation: z.string().optional(),
    times,
    place: z.number().min(0).max(1).default(0.5),
  }),
  /** The connection breaks in the middle of an answer whose length was announced. */
  z.strictObject({ kind: z.literal('truncated'), operation: z.string().optional(), times }),
  /** Half of the answer, and then nothing for two minutes. */
  z.strictObject({ kind: z.literal('stalled'), operation: z.string().optional(), times }),
  /** The right answer, cut off in the middle. */
  z.strictObject({ kind: z.literal('cut-off'), operation: z.string().optional(), times }),
  /** The connection closed without an answer. */
  z.strictObject({ kind: z.literal('reset'), operation: z.string().optional(), times }),
  /** The right answer, that many milliseconds late. */
  z.strictObject({
    kind: z.literal('late'),
    operation: z.string().optional(),
    times,
    waitMs: z.number().nonnegative(),
  }),
  /** A GraphQL field that is null with an error beside partial data: `field: 'PullRequest.reviews'`. */
  z.strictObject({
    kind: z.literal('field'),
    field: z.string(),
    times,
    type: z.string().default('INTERNAL'),
    message: z.string().default('Something went wrong while executing your query.'),
  }),
]);

export type FaultSpec = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;
export type FieldFault = Extract<Fault, { kind: 'field' }>;
export type AnswerFault = Exclude<Fault, { kind: 'field' }>;
