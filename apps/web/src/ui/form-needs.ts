import type * as z from 'zod';

/**
 * What each refused field needs, in the words of the contract's own schema; empty when all is well. A form may have
 * fields of which the schema does not speak: those need nothing.
 */
export const findNeeds = (
  schema: z.ZodType | undefined,
  values: unknown,
): Readonly<Record<string, string>> => {
  const parsed = schema?.safeParse(values);
  if (parsed?.error === undefined) return {};
  const needs: Record<string, string> = {};
  for (const { code, path, message } of parsed.error.issues) {
    if (code === 'unrecognized_keys') continue;
    const field = String(path[0] ?? '');
    needs[field] ??= message;
  }
  return needs;
};
