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
  const { secondary, settings, clock } = exchange.emulator;
  secondary.begin(exchange.owner);
  let cpuSeconds = 0;
  try {
    const charged = await run();
    cpuSeconds = charged.cpuSeconds;
    const waitMs = settings.latencyMs + (settings.pace === 'modelled' ? cpuSeconds * 1000 : 0);
    if (waitMs > 0) await clock.wait(waitMs);
    return closeExchange(exchange, charged);
  } finally {
    secondary.end(exchange.owner, exchange.api, cpuSeconds);
  }
}
