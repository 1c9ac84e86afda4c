import { GitHubError } from '../http/github-error.ts';

/** An opaque cursor of a place in a list; `list` keeps cursors of one order from being used in another. */
export function makeCursor(list: string, position: number): string {
  return Buffer.from(`cursor:v2:${list}:${position}`).toString('base64');
}

/** The place a cursor names. Throws GitHub's error on one that is not of this list. */
export function readCursor(list: string, cursor: string): number {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const prefix = `cursor:v2:${list}:`;
  const position = text.startsWith(prefix) ? Number(text.slice(prefix.length)) : Number.NaN;
  if (Number.isNaN(position)) {
    throw new GitHubError(200, `\`${cursor}\` does not appear to be a valid cursor.`, {
      graphqlType: 'INVALID_CURSOR_ARGUMENTS',
    });
  }
  return position;
}
