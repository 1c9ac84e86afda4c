import type { SyncOverview } from '@throughline/contract';
import { minuteMs } from '../reading/sync-state.ts';
import { toPercent } from './connection-sentence.ts';
import { toClockTime } from './wait-text.ts';

/** One connection as far as the foot of the navigation goes. */
export interface ConnectionStanding {
  readonly state: 'needs-attention' | 'paused' | 'waiting' | 'reading' | 'in-step';
  readonly held: number;
  readonly total: number | undefined;
  readonly waitUntilAt: Date | undefined;
  readonly lastSuccessAt: Date | undefined;
}

type Standing = Pick<SyncOverview, 'state' | 'words'>;

/** The worst first: what somebody must repair, what is being read, what waits. */
const order = ['needs-attention', 'reading', 'waiting', 'paused', 'in-step'] as const;

/** All connections in two words: `reading, 61 %`, `in step, 4 min`. */
export function toSyncWords(connections: readonly ConnectionStanding[], now: Date, zone: string): Standing {
  const state = order.find((candidate) => connections.some((connection) => connection.state === candidate));
  if (state === undefined) return { state: 'nothing-connected', words: 'nothing connected' };
  const concerned = connections.filter((connection) => connection.state === state);
  switch (state) {
    case 'needs-attention':
      return { state, words: 'needs you' };
    case 'paused':
      return { state, words: 'paused' };
    case 'waiting':
      return { state, words: toWaitWords(concerned, zone) };
    case 'reading':
      return { state, words: toReadingWords(concerned) };
    case 'in-step':
      return { state, words: toStepWords(concerned, now) };
  }
}

function toReadingWords(connections: readonly ConnectionStanding[]): string {
  const totals = connections.map(({ total }) => total);
  if (!totals.every((total) => total !== undefined)) return 'reading';
  const held = connections.reduce((sum, connection) => sum + connection.held, 0);
  const total = totals.reduce((sum, one) => sum + one, 0);
  return total === 0 ? 'reading' : `reading, ${toPercent(held, total, false)} %`;
}

function toWaitWords(connections: readonly ConnectionStanding[], zone: string): string {
  const until = connections.flatMap(({ waitUntilAt }) => waitUntilAt ?? []).toSorted(byTime)[0];
  return until === undefined ? 'waiting' : `waiting until ${toClockTime(until, zone)}`;
}

/** The connection that was read longest ago speaks for all. To the minute, so that it does not change each second. */
function toStepWords(connections: readonly ConnectionStanding[], now: Date): string {
  const oldest = connections.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []).toSorted(byTime)[0];
  if (oldest === undefined) return 'in step';
  const minutes = Math.floor((now.getTime() - oldest.getTime()) / minuteMs);
  return minutes < 1 ? 'in step, just now' : `in step, ${minutes} min`;
}

const byTime = (left: Date, right: Date): number => left.getTime() - right.getTime();
