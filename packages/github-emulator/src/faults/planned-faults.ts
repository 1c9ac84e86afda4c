import type { Incoming } from '../http/message.ts';
import type { Api } from '../limits/secondary.ts';
import {
  createFaultPlan,
  type FaultPlan,
  faultPlanSchema,
  isInAnswer,
  type OnceFault,
  type PlannedFault,
} from './fault-plan.ts';

/** The plan at work, if any: counts requests, and how often each was asked. */
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
  let count = 0;
  let once: readonly OnceFault[] = [];

  /** The first that is due and that an answer of this kind can have. */
  function takeOnce(api: Api): OnceFault | undefined {
    const due = once.find(
      ({ kind, atRequest }) => atRequest <= count && (api === 'graphql' || !isInAnswer(kind)),
    );
    once = once.filter((one) => one !== due);
    return due;
  }

  return {
    start(spec) {
      const { seed, ...options } = faultPlanSchema.parse(spec);
      plan = createFaultPlan(seed, options);
      asked = new Map();
      count = 0;
      ({ once } = plan);
      return plan;
    },
    stop() {
      plan = undefined;
    },
    plan: () => plan,
    take(api, { method, target, body }) {
      if (plan === undefined) return undefined;
      count += 1;
      const due = takeOnce(api);
      if (due !== undefined) return { kind: due.kind, place: plan.placeOf(due) };
      const key = `${method} ${target} ${body}`;
      const attempt = asked.get(key) ?? 0;
      asked.set(key, attempt + 1);
      return plan.faultOf({ api, method, target, body, attempt });
    },
  };
}
