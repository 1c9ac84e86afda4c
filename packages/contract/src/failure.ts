import * as z from 'zod';
import { type ErrorCode, errorStatus } from './error-codes.data.ts';

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]; // as: the keys of a constant table

/** The body of every answer that is not a success. `code` is stable; `message` says what happened and what to do. */
export const failure = z.object({
  code: z.enum(codes),
  message: z.string(),
  /** Where the repair is: an address at GitHub, or a page of ours starting with `/`. */
  link: z.string().optional(),
  /** What each refused field needs, by its name. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type Failure = z.output<typeof failure>;
