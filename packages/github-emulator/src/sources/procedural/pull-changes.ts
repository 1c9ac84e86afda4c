import { distributions } from './distributions.data.ts';
import { drawsFor, endMilestone, momentBefore, type PullScene } from './pull-scene.ts';

const { share } = distributions;

/** What happens to some on the way; planned instants in whole seconds, undefined where it never happens. */
export interface PullChanges {
  readonly forcePushedAtSeconds: number | undefined;
  readonly retitledAtSeconds: number | undefined;
  readonly retargetedAtSeconds: number | undefined;
  /** A draft again for a while. */
  readonly drafted: Pause | undefined;
  /** Closed for a while. */
  readonly closed: Pause | undefined;
}

export interface Pause {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** Each lies between two milestones, so that all of it has happened when the last of them is past. */
export function planChanges(scene: PullScene): PullChanges {
  const draws = drawsFor(scene, 'changes');
  const { outline, milestones } = scene;
  const last = Math.min(endMilestone(scene), milestones.length - 1);
  const milestone = 1 + draws.below(Math.max(1, last));
  const once = (chance: number, part: number): number | undefined =>
    draws.chance(chance) ? momentBefore(scene, milestone, part) : undefined;
  const pause = (before: number, from: number, until: number): Pause | undefined => {
    const [fromSeconds, untilSeconds] = [
      momentBefore(scene, before, from),
      momentBefore(scene, before, until),
    ];
    return fromSeconds === undefined || untilSeconds === undefined
      ? undefined
      : { fromSeconds, untilSeconds };
  };
  return {
    forcePushedAtSeconds: once(share.forcePushed, 0.5),
    retitledAtSeconds: once(share.retitled, 0.3),
    retargetedAtSeconds: once(share.retargeted, 0.4),
    drafted:
      draws.chance(share.convertedToDraft) && !outline.isBornDraft ? pause(milestone, 0.2, 0.45) : undefined,
    closed:
      draws.chance(share.reopened) && outline.endAtSeconds !== undefined ? pause(last, 0.6, 0.8) : undefined,
  };
}

export function isWithin(pause: Pause | undefined, nowSeconds: number): boolean {
  return pause !== undefined && pause.fromSeconds <= nowSeconds && pause.untilSeconds > nowSeconds;
}
