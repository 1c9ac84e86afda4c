import * as z from 'zod';

export const leavingPurpose = z.enum([
  'app-manifest',
  'app-organisations',
  'oauth-connect',
  'own-account',
  'github-sign-in',
  'oidc-sign-in',
]);
export type LeavingPurpose = z.output<typeof leavingPurpose>;

/** What this browser knows of somebody it led away, until they are back. */
const leavingRecord = z.object({
  purpose: leavingPurpose,
  /** True where a window of its own was led away; that one closes on return. */
  isOwnWindow: z.boolean(),
  /** The page of ours that they left. */
  from: z.string(),
  leftAt: z.number(),
});
type LeavingRecord = z.output<typeof leavingRecord>;

const prefix = 'throughline-left ';
/** No attempt lives longer. */
const longestMs = 3600 * 1000;

/** Notes who is led away with a state. What never came back is forgotten with the next. */
export const rememberLeaving = (state: string, given: Omit<LeavingRecord, 'from' | 'leftAt'>): void => {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
    const held = parse(localStorage.getItem(key));
    if (held === undefined || held.leftAt < Date.now() - longestMs) localStorage.removeItem(key);
  }
  const from = `${location.pathname}${location.search}`;
  localStorage.setItem(`${prefix}${state}`, JSON.stringify({ ...given, from, leftAt: Date.now() }));
};

/** Who came back with a state; once. */
export const takeLeaving = (state: string): LeavingRecord | undefined => {
  const held = parse(localStorage.getItem(`${prefix}${state}`));
  localStorage.removeItem(`${prefix}${state}`);
  return held;
};

const parse = (text: string | null): LeavingRecord | undefined => {
  try {
    return leavingRecord.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
};
