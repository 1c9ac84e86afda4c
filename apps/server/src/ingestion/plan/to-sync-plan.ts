import type { HostKind, SyncPlan } from '@throughline/contract';
import type { BucketUse } from '../../github-access/index.ts';
import { readersAtOnce } from '../queues.ts';
import { countGapped, findUnread, type PlanScope } from './choose-unread.ts';
import { estimateHours } from './estimate-hours.ts';
import { estimatePlan } from './estimate-plan.ts';
import type { PlannedRepository } from './load-repositories.sql.ts';
import { type Evidence, measureShape } from './measure-shape.ts';
import { toAssumptions, toPlanSentence } from './plan-words.ts';
import { toBudget } from './to-budget.ts';

/** All that a plan is made of. */
export interface PlanQuestion {
  readonly organisation: string;
  readonly hostKind: HostKind;
  readonly scope: PlanScope;
  /** False while files are switched off. */
  readonly hasFiles: boolean;
  readonly repositories: readonly PlannedRepository[];
  readonly evidence: Evidence;
  readonly buckets: readonly BucketUse[];
}

/** What reading would cost before it begins. */
export function toSyncPlan(question: PlanQuestion): SyncPlan {
  const { organisation, scope, repositories } = question;
  const measured = measureShape(question.evidence);
  const unread = repositories.flatMap((repository) => findUnread(repository, scope) ?? []);
  const uncounted = repositories.filter(({ total }) => total === undefined).length;
  const { cost, data } = estimatePlan(unread, measured.shape, question);
  const budget = toBudget(question.buckets, question.hostKind);
  const atOnce = Math.min(readersAtOnce, Math.max(1, unread.length));
  const plan = {
    repositories: unread.length + uncounted,
    uncounted,
    pullRequests: unread.reduce((sum, { pullRequests }) => sum + pullRequests, 0),
    cost,
    data,
    gapped: countGapped(repositories),
    basis: measured.basis,
    ...estimateHours({ cost, budget, atOnce, basis: measured.basis }),
  };
  return {
    ...plan,
    sentence: toPlanSentence({ organisation, scope, plan, known: repositories.length }),
    assumptions: toAssumptions({ measured, budget, scope }),
  };
}
