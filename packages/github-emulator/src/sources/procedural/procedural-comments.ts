import { toInstant } from '../../world/instant.ts';
import type { ConversationCommentRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import { drawsFor, isPast, momentBefore, type PullScene } from './pull-scene.ts';
import { findQuietChange } from './quiet-changes.ts';
import { remarks } from './words.data.ts';

const { share } = distributions;

/** The conversation so far, oldest first. */
export function makeComments(scene: PullScene): readonly ConversationCommentRecord[] {
  const draws = drawsFor(scene, 'comments');
  const instants = [...planInstants(scene, draws), ...scene.aftermath.commentsAtSeconds]
    .sort((left, right) => left - right)
    .filter((at) => isPast(scene, at));
  return instants.map((atSeconds, ordinal) => {
    const editedAt = findQuietChange(scene, {
      kind: 'commentEdited',
      place: ordinal,
      madeAtSeconds: atSeconds,
    });
    return {
      ...scene.keys.comment(scene.outline.number, ordinal),
      author: pickSpeaker(scene, draws),
      authorAssociation: 'MEMBER',
      body: writeRemark(draws, editedAt),
      createdAt: toInstant(atSeconds),
      updatedAt: toInstant(editedAt ?? atSeconds),
    };
  });
}

/** What was edited says so. */
export function writeRemark(draws: Draws, editedAtSeconds: number | undefined): string {
  const remark = draws.pick(remarks);
  return editedAtSeconds === undefined ? remark : `${remark} (Edited.)`;
}

function planInstants(scene: PullScene, draws: Draws): number[] {
  const count = Math.floor(draws.logNormal(scene.plan.shape.counts.comments));
  const last = scene.milestones.length - 1;
  if (last < 1) return [];
  return Array.from({ length: count }, () =>
    momentBefore(scene, 1 + draws.below(last), draws.next() * 0.95),
  ).filter((at) => at !== undefined);
}

function pickSpeaker({ author, bots, reviewers, outline }: PullScene, draws: Draws) {
  if (draws.chance(share.botComment)) return bots.at(-1);
  const isAuthor = draws.chance(0.45) && outline.author.kind !== 'bot';
  return isAuthor ? author : (reviewers[draws.weighted([0.6, 0.25, 0.15])] ?? reviewers[0]);
}
