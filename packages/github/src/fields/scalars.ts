import * as z from 'zod';

/** An instant as GitHub writes it. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** A database id: a number, or the 64-bit ones as text. */
export const databaseId = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ])
  .refine((id) => Number.isSafeInteger(id) && id > 0, 'no id');

/** `null` is GitHub's and SQL's word; ours is `undefined`. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.nullish(schema).transform((value): z.output<Schema> | undefined => value ?? undefined);

/** Of a commit, its name; undefined when the commit is gone. */
export const oid = optional(z.object({ oid: z.string() })).transform((commit) => commit?.oid);
