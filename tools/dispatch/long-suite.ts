/** What a file `long/NAME.long.ts` offers: parts that stand on their own, so that a broken-off run can go on. */
export interface LongSuite {
  readonly parts: readonly LongPart[];
}

export interface LongPart {
  readonly name: string;
  /** Resolves when the part has passed and rejects with what was wrong. */
  readonly run: () => Promise<void>;
}

export function isLongSuite(module: unknown): module is LongSuite {
  if (typeof module !== 'object' || module === null) return false;
  return 'parts' in module && Array.isArray(module.parts) && module.parts.length > 0;
}

/** Reads the names of the parts that have passed; what cannot be read means that none has. */
export function parsePassed(text: string | undefined): ReadonlySet<string> {
  const names: unknown = text === undefined ? [] : JSON.parse(text);
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}
