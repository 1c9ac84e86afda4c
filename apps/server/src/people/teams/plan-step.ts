import type { Membership } from '@throughline/contract';
import type { LinkedMember } from './github-members.sql.ts';
import { cutOut, findOn, layOver } from './memberships.ts';

/** A team here and at GitHub, as a step compares them. */
export interface StepState {
  /** Everybody's times here, by person. */
  readonly held: ReadonlyMap<number, readonly Membership[]>;
  /** People who are in the team at GitHub. */
  readonly linked: readonly LinkedMember[];
  /** False while GitHub did not show everybody: then nobody is taken for gone. */
  readonly isWhole: boolean;
  /** As `2026-11-21`, in the workspace's zone. */
  readonly today: string;
}

/** Somebody's times in the team as they shall be. */
export interface StepChange {
  readonly personId: number;
  readonly memberships: readonly Membership[];
}

/**
 * What changes so that a team follows GitHub's: who joined is a member since the day they were seen there (or since they
 * were last one here), who left until today. What was before stays as it is, and so do parts and leads.
 */
export function planStep({ held, linked, isWhole, today }: StepState): readonly StepChange[] {
  const joined = linked
    .filter(({ personId }) => findOn(held.get(personId) ?? [], today) === undefined)
    .map((one) => join(held.get(one.personId) ?? [], one, today));
  if (!isWhole) return joined;
  const there = new Set(linked.map(({ personId }) => personId));
  const left = [...held]
    .filter(([personId, memberships]) => !there.has(personId) && findOn(memberships, today) !== undefined)
    .map(([personId, memberships]) => ({ personId, memberships: cutOut(memberships, { fromOn: today }) }));
  return [...joined, ...left];
}

function join(held: readonly Membership[], linked: LinkedMember, today: string): StepChange {
  const ends = held.flatMap(({ untilOn }) => (untilOn !== undefined && untilOn <= today ? [untilOn] : []));
  const fromOn = [linked.seenOn, ...ends].reduce((one, other) => (one > other ? one : other));
  const before = held.find(({ untilOn }) => untilOn === fromOn);
  const memberships = layOver(held, {
    // Who was a member until this day goes on as what they were.
    part: before?.part ?? 'contributor',
    isLead: before?.isLead ?? linked.isMaintainer,
    fromOn,
    source: 'github',
  });
  return { personId: linked.personId, memberships };
}
