/** A page somebody was on. */
export interface RecentPage {
  readonly path: string;
  readonly title: string;
}

const keptAtMost = 200;
const storedAs = 'throughline-recent';

/** What is stored belongs to one user of this browser. */
interface Stored {
  readonly userId: number;
  readonly pages: readonly RecentPage[];
}

/** The pages a user was on, the last one first. */
export const listRecent = (userId: number): readonly RecentPage[] => {
  const stored = load();
  return stored?.userId === userId ? stored.pages : [];
};

/** Puts a page in front of those a user was on. Whoever used this browser before is forgotten. */
export const rememberPage = (userId: number, page: RecentPage): void => {
  const before = listRecent(userId).filter(({ path }) => path !== page.path);
  const stored: Stored = { userId, pages: [page, ...before].slice(0, keptAtMost) };
  try {
    localStorage.setItem(storedAs, JSON.stringify(stored));
  } catch {
    // Storage is closed to us, or full: nothing is remembered.
  }
};

/** At signing out nothing stays. */
export const forgetRecent = (): void => {
  try {
    localStorage.removeItem(storedAs);
  } catch {
    // Storage is closed to us: there is nothing to forget.
  }
};

const load = (): Stored | undefined => {
  try {
    return parseStored(JSON.parse(localStorage.getItem(storedAs) ?? 'null'));
  } catch {
    return undefined; // Storage is closed to us, or somebody wrote into it.
  }
};

const parseStored = (value: unknown): Stored | undefined => {
  if (typeof value !== 'object' || value === null || !('userId' in value) || !('pages' in value))
    return undefined;
  const { userId, pages } = value;
  if (typeof userId !== 'number' || !Array.isArray(pages)) return undefined;
  return { userId, pages: pages.filter(isPage) };
};

const isPage = (value: unknown): value is RecentPage =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'title' in value &&
  typeof value.path === 'string' &&
  typeof value.title === 'string' &&
  /^\/(?![/\\])/.test(value.path);
