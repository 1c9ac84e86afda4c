import * as z from 'zod';

const entries = z.array(
  z.object({
    at: z.string(),
    api: z.string(),
    owner: z.string().optional(),
    outcome: z.string(),
    operation: z.string(),
    fault: z.string().optional(),
  }),
);

/** One request as the emulated GitHub answered it. */
export type LedgerEntry = z.output<typeof entries>[number];

export async function fetchLedger(origin: string): Promise<readonly LedgerEntry[]> {
  return entries.parse(await (await fetch(`${origin}/_emulator/ledger`)).json());
}

/** What is sent so soon after the refusal that opened a window was on its way when that was given. */
const onItsWayMs = 1_000;

/** No window is over sooner. */
const shortestMs = 60_000;

/** What is asked first of a token that nobody knows yet: that is a person's doing, who tests it. */
const personal = 'GET /user';

/**
 * Requests inside a limit's window beyond the first, which learns of it: those that came more than a second after that.
 * A window is a primary limit's of one API, or a secondary limit's of both, and lasts until something is served again, or
 * the plan, once it can be over, opens another.
 */
export function listOffences(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const openedAtMs = new Map<string, number>();
  return ledger.filter((entry) => {
    const atMs = Date.parse(entry.at);
    const primary = `${entry.owner} ${entry.api}`;
    const secondary = `${entry.owner}`;
    if (entry.outcome !== 'primary-limit' && entry.outcome !== 'secondary-limit') {
      if (entry.outcome === 'bad-credentials') return false;
      openedAtMs.delete(primary);
      openedAtMs.delete(secondary);
      return false;
    }
    const window = entry.outcome === 'primary-limit' ? primary : secondary;
    const heldMs = openedAtMs.get(window) ?? atMs;
    const isAnother = entry.fault !== undefined && atMs - heldMs >= shortestMs;
    const openedMs = isAnother ? atMs : heldMs;
    openedAtMs.set(window, openedMs);
    return atMs - openedMs > onItsWayMs && entry.operation !== personal;
  });
}
