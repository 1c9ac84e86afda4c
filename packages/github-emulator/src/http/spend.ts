import { applyFault } from '../faults/apply-fault.ts';
import type { AnswerFault } from '../faults/fault.ts';
import { type Charged, closeExchange, type SignedExchange } from './exchange.ts';
import { findLimitRefusal } from './limit-refusals.ts';
import type { Outgoing } from './message.ts';

/** Runs a request under the limits: admits it, takes its time, books its CPU and writes it down. */
export async function spend(
  exchange: SignedExchange,
  { isFree }: { readonly isFree: boolean },
  run: () => Charged | Promise<Charged>,
): Promise<Outgoing> {
  const refusal = findLimitRefusal(exchange, isFree);
  if (refusal !== undefined) return closeExchange(exchange, refusal);
  const { secondary, settings, clock, faults } = exchange.emulator;
  secondary.begin(exchange.owner);
  let cpuSeconds = 0;
  try {
    const fault = faults.takeAnswer(exchange.operation);
    const charged = await run();
    cpuSeconds = charged.cpuSeconds;
    const lateMs = fault?.kind === 'late' ? fault.waitMs : 0;
    const waitMs = lateMs + settings.latencyMs + (settings.pace === 'modelled' ? cpuSeconds * 1000 : 0);
    if (waitMs > 0) await clock.wait(waitMs);
    return closeExchange(exchange, fault === undefined ? charged : spoil(charged, fault));
  } finally {
    secondary.end(exchange.owner, exchange.api, cpuSeconds);
  }
}

function spoil(charged: Charged, fault: AnswerFault): Charged {
  const outcome = fault.kind === 'late' ? charged.outcome : 'fault';
  return { ...charged, outcome, outgoing: applyFault(fault, charged.outgoing) };
}
