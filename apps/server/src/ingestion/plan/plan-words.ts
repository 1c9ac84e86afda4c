import type { SyncPlan } from '@throughline/contract';
import { toEtaWords } from '../overview/estimate-eta.ts';
import { toCount } from '../reading/milestone-entry.ts';
import type { PlanScope } from './choose-unread.ts';
import type { HourlyBudget } from './estimate-hours.ts';
import { type MeasuredShape, toShapeWords } from './measure-shape.ts';

export interface PlanOutline {
  readonly organisation: string;
  readonly scope: PlanScope;
  /** Repositories that the connection reads, whether anything of them is missing or not. */
  readonly known: number;
  readonly plan: Pick<SyncPlan, 'pullRequests' | 'gapped' | 'cost' | 'hours' | 'uncounted' | 'repositories'>;
}

/** What the plan says, in a sentence. */
export function toPlanSentence({ organisation, scope, known, plan }: PlanOutline): string {
  const { pullRequests, cost, hours, uncounted } = plan;
  const gapped = scope === 'missing' ? toGapped(plan.gapped) : '';
  if (known === 0)
    return `No repository of ${organisation} is listed yet, so there is nothing to reckon with.`;
  const open = uncounted === 0 ? '' : ` ${toUncounted(uncounted)}`;
  if (pullRequests === 0 || hours === undefined) {
    const counted = uncounted === 0 ? organisation : `what is counted of ${organisation}`;
    if (gapped !== '') return `All of ${counted} has been read, but not all is here.${gapped}${open}`;
    return `Nothing of ${counted} is missing.${open}`;
  }
  const what =
    scope === 'missing' ? `what is missing of ${organisation}` : `everything of ${organisation} anew`;
  const amounts = [
    toCount(pullRequests, 'pull request'),
    toCount(cost.points, 'point'),
    toCount(cost.restRequests, 'request'),
  ];
  return `Reading ${what} takes ${toHoursWords(hours)}: ${amounts.slice(0, -1).join(', ')} and ${amounts.at(-1)} over REST.${open}${gapped}`;
}

/** Lists are counted by kind, so one that lacks several kinds counts once where it lacks most. */
function toGapped({ pullRequests, repositories }: SyncPlan['gapped']): string {
  if (pullRequests === 0) return '';
  const where = repositories === 1 ? 'one repository' : `${repositories.toLocaleString('en')} repositories`;
  return ` At least ${toCount(pullRequests, 'pull request')} in ${where} came with gaps or could not be read: open a repository to see why, and repair it to ask again.`;
}

const toHoursWords = ({ from, to }: NonNullable<SyncPlan['hours']>): string =>
  toEtaWords({ fromMinutes: Math.floor(from * 60), toMinutes: Math.max(1, Math.ceil(to * 60)) });

const toUncounted = (uncounted: number): string =>
  uncounted === 1
    ? 'One repository has not been counted yet and comes on top.'
    : `${uncounted.toLocaleString('en')} repositories have not been counted yet and come on top.`;

export interface AssumptionsOutline {
  readonly measured: MeasuredShape;
  readonly budget: HourlyBudget;
  readonly scope: PlanScope;
}

/** What the figures take for granted. */
export const toAssumptions = ({ measured, budget, scope }: AssumptionsOutline): string[] => [
  toBasis(measured),
  'Reviews, comments, commits and events come with the page of their pull request: they cost computing time, and points only where lists are long.',
  toLimits(budget),
  'GitHub does not publish its computing time: it is estimated by what its answers hold.',
  'Nothing fails: what GitHub does not finish is asked again, and costs more.',
  ...(scope === 'everything'
    ? [
        'Files of a pull request that has not changed are read again only with the first and the last page of its repository, and what is here takes no more room.',
      ]
    : []),
];

function toBasis(measured: MeasuredShape): string {
  const words = toShapeWords(measured);
  return measured.basis === 'measured'
    ? `A pull request has ${words}, as the ${toCount(measured.pullRequests, 'pull request')} that are here have in the mean.`
    : `A pull request has ${words}, as in an average organisation: too few are here to tell.`;
}

function toLimits({ points, restRequests }: HourlyBudget): string {
  if (points === undefined && restRequests === undefined)
    return 'This host sets no limits: what counts is its computing time, for four repositories at once at best.';
  const left = [
    ...(points === undefined ? [] : [toCount(points, 'point')]),
    ...(restRequests === undefined ? [] : [`${toCount(restRequests, 'request')} over REST`]),
  ];
  return `An hour leaves ${left.join(' and ')} to history: a tenth is kept for people, and a twentieth for what is looked up and what is new.`;
}
