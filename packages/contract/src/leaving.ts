import * as z from 'zod';

/** Where somebody is led to, and what will come back with them. */
export const leaving = z.object({ url: z.string(), state: z.string() });
export type Leaving = z.output<typeof leaving>;

/** What came back in the address: good once, and for the browser that left. */
export const returned = z.strictObject({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(2000),
});
