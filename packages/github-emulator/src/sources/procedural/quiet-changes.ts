import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import { isPast, type PullScene } from './pull-scene.ts';

const { quiet } = distributions;
const kinds = ['threadResolved', 'commentEdited', 'reviewCommentEdited'] as const;

interface QuietQuestion {
  readonly kind: (typeof kinds)[number];
  /** Among its kind in the pull request. */
  readonly place: number;
  /** When what changes was made. */
  readonly madeAtSeconds: number;
}

/**
 * When something was changed of which GitHub tells nobody: the pull request's `updatedAt` stays as it is. Undefined
 * where it has not been. Only what the scenario clock brings is so: nothing before the history's end.
 */
export function findQuietChange(
  scene: PullScene,
  { kind, place, madeAtSeconds }: QuietQuestion,
): number | undefined {
  const { plan, outline } = scene;
  const { seed, changes, changesFromSeconds } = plan;
  if (!isPast(scene, changesFromSeconds + 1)) return undefined;
  const draws = new Draws(seed, 15, kinds.indexOf(kind), outline.number, place);
  if (!draws.chance(Math.min(1, quiet[kind] * changes))) return undefined;
  const waitSeconds = 1 + Math.floor(draws.next() * quiet.withinDays * 86_400);
  const atSeconds = Math.max(madeAtSeconds, changesFromSeconds) + waitSeconds;
  return isPast(scene, atSeconds) ? atSeconds : undefined;
}
