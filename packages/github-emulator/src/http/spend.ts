import { applyFault } from '../faults/apply-fault.ts';
import type { AnswerFault } from '../faults/fault.ts';
import { isInAnswer, type PlannedFault } from '../faults/fault-plan.ts';
import { changeWorld, toAnswerFault } from '../faults/inject-fault.ts';
import { choosePartialError, type PartialError } from '../faults/partial-errors.data.ts';
import type { Settings } from '../model/settings.ts';
import { type Charged, closeExchange, type SignedExchange } from './exchange.ts';
import { findLimitRefusal } from './limit-refusals.ts';
import type { Outgoing } from './message.ts';

/** Where a planned fault lies inside the answer, for who makes it, and what it says there; says whether it came to that. */
export type PartialFault = { countdown: number; hasFired: boolean; readonly error: PartialError };

/** Fields that an answer has before one of them fails. */
const furthestField = 60;

/** Runs a request under the limits: admits it, takes its time, books its CPU and writes it down. */
export async function spend(
  exchange: SignedExchange,
  { isFree }: { readonly isFree: boolean },
  run: (partial: PartialFault | undefined) => Charged | Promise<Charged>,
): Promise<Outgoing> {
  const { secondary, settings, clock, faults, plannedFaults } = exchange.emulator;
  const refusal = findLimitRefusal(exchange, isFree);
  if (refusal !== undefined) return closeExchange(exchange, refusal);
  const planned = plannedFaults.take(exchange.api, exchange.incoming);
  const limit = injectLimit(exchange, planned);
  if (limit !== undefined) return closeExchange(exchange, limit);
  secondary.begin(exchange.owner);
  let cpuSeconds = 0;
  try {
    const fault = faults.takeAnswer(exchange.operation) ?? (planned && toAnswerFault(planned));
    const charged = await runPlanned(exchange, planned, run);
    cpuSeconds = charged.cpuSeconds;
    const waitMs = waitOf(fault, settings, cpuSeconds);
    if (waitMs > 0) await clock.wait(waitMs);
    return closeExchange(exchange, fault === undefined ? charged : spoil(charged, fault));
  } finally {
    secondary.end(exchange.owner, exchange.api, cpuSeconds);
  }
}

function waitOf(fault: AnswerFault | undefined, { latencyMs, pace }: Settings, cpuSeconds: number): number {
  const lateMs = fault?.kind === 'late' ? fault.waitMs : 0;
  return lateMs + latencyMs + (pace === 'modelled' ? cpuSeconds * 1000 : 0);
}

/** The first refusal of a limit the plan uses up is no offence; what is sent while it stands is one. */
function injectLimit(exchange: SignedExchange, planned: PlannedFault | undefined): Charged | undefined {
  if (planned?.kind !== 'primary-limit' && planned?.kind !== 'secondary-limit') return undefined;
  if (!exchange.emulator.settings.hasLimits) return undefined;
  changeWorld(exchange, planned);
  const refusal = findLimitRefusal(exchange, false);
  return refusal && { ...refusal, isOffence: false, fault: planned.kind };
}

/** partial data is made by who answers; a token or a repository goes before the answer is made. */
async function runPlanned(
  exchange: SignedExchange,
  planned: PlannedFault | undefined,
  run: Parameters<typeof spend>[2],
): Promise<Charged> {
  if (planned !== undefined && isInAnswer(planned.kind)) {
    const { kind, place } = planned;
    const { hasLimits } = exchange.emulator.settings;
    const field = place * furthestField;
    const error = choosePartialError(planned.kind, field % 1, hasLimits);
    const partial = { countdown: Math.floor(field), hasFired: false, error };
    const charged = await run(partial);
    return partial.hasFired ? { ...charged, outcome: 'fault', fault: kind } : charged;
  }
  const isLasting = planned?.kind === 'revoked' || planned?.kind === 'renamed' || planned?.kind === 'deleted';
  if (!isLasting) return run(undefined);
  changeWorld(exchange, planned);
  return { ...(await run(undefined)), fault: planned.kind };
}

function spoil(charged: Charged, fault: AnswerFault): Charged {
  const outcome = fault.kind === 'late' ? charged.outcome : 'fault';
  const name = fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
  return { ...charged, outcome, fault: name, outgoing: applyFault(fault, charged.outgoing) };
}
