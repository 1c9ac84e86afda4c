import * as z from 'zod';

/** The last row of a page, in the order of the list: newest first, then by repository and number. */
export interface RowCursor {
  readonly at: Date;
  readonly repositoryId: number;
  /** The number of a pull request, or GitHub's id of a review. */
  readonly key: number;
}

const shape = z.tuple([z.iso.datetime(), z.number().int(), z.number().int()]);

export const writeCursor = (cursor: RowCursor): string =>
  Buffer.from(JSON.stringify([cursor.at.toISOString(), cursor.repositoryId, cursor.key])).toString(
    'base64url',
  );

/** Reads what `writeCursor` wrote; undefined for anything else. */
export function parseCursor(text: string): RowCursor | undefined {
  const parsed = shape.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const [at, repositoryId, key] = parsed.data;
  return { at: new Date(at), repositoryId, key };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
