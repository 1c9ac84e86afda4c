import type { Incoming } from '../http/message.ts';
import type { Api } from '../limits/secondary.ts';
import { createFaultPlan, type FaultPlan, faultPlanSchema, type PlannedFault } from './fault-plan.ts';

/** The plan at work, if any: counts how often each request was asked. */
export type PlannedFaults = {
  /** Takes a plan, or what one is made of; starts counting anew. */
  start(plan: unknown): FaultPlan;
  stop(): void;
  plan(): FaultPlan | undefined;
  take(api: Api, incoming: Incoming): PlannedFault | undefined;
};

export function createPlannedFaults(): PlannedFaults {
  let plan: FaultPlan | undefined;
  let asked = new Map<string, number>();
  return {
    start(spec) {
      const { seed, ...options } = faultPlanSchema.parse(spec);
      plan = createFaultPlan(seed, options);
      asked = new Map();
      return plan;
    },
    stop() {
      plan = undefined;
    },
    plan: () => plan,
    take(api, { method, target, body }) {
      if (plan === undefined) return undefined;
      const key = `${method} ${target} ${body}`;
      const attempt = asked.get(key) ?? 0;
      asked.set(key, attempt + 1);
      return plan.faultOf({ api, method, target, body, attempt });
    },
  };
}
