import type { Api } from '../limits/secondary.ts';

/** One request as it was answered. */
export type LedgerEntry = {
  readonly sequence: number;
  readonly requestId: string;
  /** ISO instant of the emulator's clock. */
  readonly at: string;
  readonly api: Api;
  /** Operation name of a query, or `GET /orgs/{org}` of a route. */
  readonly operation: string;
  readonly method: string;
  /** As asked, with the query string. */
  readonly path: string;
  /** Bucket owner, or undefined for credentials that belong to nobody. */
  readonly owner: string | undefined;
  readonly status: number;
  /** Taken from the primary limit. */
  readonly points: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly nodes: number;
  readonly outcome: Outcome;
  /** Sent while a limit that had been announced still stood. */
  readonly isOffence: boolean;
  /** What went wrong on purpose: `status 502`, `reset`, `partial`…; undefined: nothing. */
  readonly fault: string | undefined;
};

export type Outcome =
  | 'served'
  | 'not-modified'
  | 'redirected'
  | 'refused'
  | 'bad-credentials'
  | 'primary-limit'
  | 'secondary-limit'
  | 'time-out'
  | 'fault'
  | 'unserved';

/** Everything one operation was charged. */
export type BillLine = {
  readonly api: Api;
  readonly operation: string;
  readonly count: number;
  readonly points: number;
  readonly cpuSeconds: number;
  readonly nodes: number;
  readonly refused: number;
};

export type Ledger = {
  add(entry: Omit<LedgerEntry, 'sequence'>): void;
  entries(): readonly LedgerEntry[];
  bill(): readonly BillLine[];
  clear(): void;
};

/** Keeps the newest `capacity` requests; the bill counts all of them. */
export function createLedger(capacity = 50_000): Ledger {
  let entries: LedgerEntry[] = [];
  let lines = new Map<string, BillLine>();
  let sequence = 0;
  return {
    add(entry) {
      sequence += 1;
      entries.push({ sequence, ...entry });
      if (entries.length > capacity) entries = entries.slice(capacity / 10);
      const key = `${entry.api} ${entry.operation}`;
      lines.set(key, addToLine(lines.get(key) ?? emptyLine, entry));
    },
    entries: () => entries,
    bill: () => [...lines.values()],
    clear() {
      entries = [];
      lines = new Map();
    },
  };
}

const emptyLine = { count: 0, points: 0, cpuSeconds: 0, nodes: 0, refused: 0 };

function addToLine(
  line: Omit<BillLine, 'api' | 'operation'>,
  entry: Omit<LedgerEntry, 'sequence'>,
): BillLine {
  const isRefused = entry.status >= 400 || entry.outcome === 'primary-limit';
  return {
    api: entry.api,
    operation: entry.operation,
    count: line.count + 1,
    points: line.points + entry.points,
    cpuSeconds: round(line.cpuSeconds + entry.cpuSeconds),
    nodes: line.nodes + entry.nodes,
    refused: line.refused + (isRefused ? 1 : 0),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
