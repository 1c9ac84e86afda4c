/** Where in GitHub's list something stood that does not even say which it is. */
export interface Place {
  /** Under which it was set aside. */
  readonly key: string;
  /** Behind which its page began; undefined: at the start of the list. */
  readonly cursor: string | undefined;
  /** From 0, on that page. */
  readonly position: number;
}

export const toPlaceKey = (cursor: string | undefined, position: number): string =>
  `after:${cursor ?? ''}:${position}`;

/** Undefined for what was set aside under its number. */
export function parsePlace(key: string): Place | undefined {
  const [, cursor, position] = /^after:(.*):(\d+)$/s.exec(key) ?? [];
  if (position === undefined) return undefined;
  return { key, cursor: cursor === '' ? undefined : cursor, position: Number(position) };
}
