import * as z from 'zod';
import { AppError } from '../../platform/errors/index.ts';

/** The last row of a page: its group, what the list is sorted by as the database writes it, and which it is. */
export interface PullCursor {
  readonly group: string;
  readonly sort: string;
  readonly repositoryId: number;
  readonly number: number;
}

const shape = z.tuple([
  z.string().max(500),
  z.union([z.string().regex(/^-?\d{1,19}$/), z.string().regex(/^(?:-?infinity|\d{4}-[\d :.+-]{5,40})$/)]),
  z.number().int(),
  z.number().int(),
]);

export const writePullCursor = ({ group, sort, repositoryId, number }: PullCursor): string =>
  Buffer.from(JSON.stringify([group, sort, repositoryId, number])).toString('base64url');

/** Reads what `writePullCursor` wrote. Anything else is refused: taken for the start, whoever pages would never end. */
export function parsePullCursor(text: string): PullCursor {
  const parsed = shape.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new AppError('input-invalid', 'Leave out after, or give it as the page before said.', {
      fields: { after: 'It is no place in a list.' },
    });
  }
  const [group, sort, repositoryId, number] = parsed.data;
  return { group, sort, repositoryId, number };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
