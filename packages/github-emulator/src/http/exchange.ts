import type { Emulator } from '../emulator.ts';
import type { Resource } from '../limits/primary.ts';
import type { Api } from '../limits/secondary.ts';
import { bucketOwnerOf, type Viewer } from '../tokens/viewer.ts';
import type { LedgerEntry, Outcome } from './ledger.ts';
import type { Incoming, Outgoing } from './message.ts';
import { makeRequestId } from './request-id.ts';
import { toStandardHeaders } from './response-headers.ts';

/** One request on its way through the emulator. */
export type Exchange = {
  readonly emulator: Emulator;
  readonly incoming: Incoming;
  readonly api: Api;
  readonly requestId: string;
  readonly startedAtMs: number;
};

/** An authenticated exchange. */
export type SignedExchange = Exchange & {
  readonly viewer: Viewer;
  readonly owner: string;
  readonly resource: Resource;
  readonly operation: string;
};

/** An answer with what it cost, before the ledger and the common headers. */
export type Charged = {
  readonly outgoing: Outgoing;
  readonly outcome: Outcome;
  readonly points: number;
  readonly cpuSeconds: number;
  readonly nodes: number;
  readonly isOffence?: boolean;
  /** What went wrong on purpose. */
  readonly fault?: string;
};

export function openExchange(emulator: Emulator, incoming: Incoming, api: Api): Exchange {
  const { clock, random } = emulator;
  return { emulator, incoming, api, requestId: makeRequestId(random), startedAtMs: clock.nowMs() };
}

export function signExchange(
  exchange: Exchange,
  viewer: Viewer,
  about: { readonly resource: Resource; readonly operation: string },
): SignedExchange {
  return { ...exchange, viewer, owner: bucketOwnerOf(viewer), ...about };
}

/** An answer that cost nothing but the asking. */
export function uncharged(outgoing: Outgoing, outcome: Outcome): Charged {
  return { outgoing, outcome, points: 0, cpuSeconds: 0, nodes: 0 };
}

/** Writes the ledger and completes the headers. */
export function closeExchange(
  exchange: Exchange & Partial<Pick<SignedExchange, 'owner' | 'operation'>>,
  charged: Charged,
): Outgoing {
  const { emulator, incoming, api, requestId } = exchange;
  const { outgoing, outcome, points, cpuSeconds, nodes } = charged;
  const entry: Omit<LedgerEntry, 'sequence'> = {
    requestId,
    at: new Date(exchange.startedAtMs).toISOString(),
    api,
    operation: exchange.operation ?? 'refused before routing',
    method: incoming.method,
    path: incoming.target,
    owner: exchange.owner,
    status: outgoing.status,
    points,
    cpuSeconds,
    wallSeconds: cpuSeconds + emulator.settings.latencyMs / 1000,
    nodes,
    outcome,
    isOffence: charged.isOffence ?? false,
    fault: charged.fault,
  };
  emulator.ledger.add(entry);
  return { ...outgoing, headers: { ...toStandardHeaders(emulator, requestId), ...outgoing.headers } };
}
