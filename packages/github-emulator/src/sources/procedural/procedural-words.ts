import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import { issueNumberAt, pullNumberAt, pullPlaceOf } from './number-space.ts';
import { findOddTitle } from './odd-titles.ts';
import { outlinePull } from './pull-outline.ts';
import { drawsFor, type PullScene } from './pull-scene.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { areas, packages, remarks, teamNames, titles } from './words.data.ts';

export type WorkKind = keyof typeof titles | 'dependencies';

export interface PullWords {
  readonly kind: WorkKind;
  readonly title: string;
  readonly body: string | undefined;
  readonly headRefName: string;
  readonly closingIssueNumbers: readonly number[];
}

const { share } = distributions;
const kinds = {
  feature: 0.32,
  bug: 0.27,
  maintenance: 0.22,
  performance: 0.07,
  documentation: 0.07,
  security: 0.05,
};

/** What the pull request says it does. */
export function writePull(scene: PullScene): PullWords {
  const { plan, outline } = scene;
  const draws = drawsFor(scene, 'words');
  const reverted = findReverted(plan, outline.number);
  const { kind, title } = reverted ?? writeTitle(plan, outline.number);
  const shown = findOddTitle(plan, outline.number) ?? title;
  const issue = outline.author.kind === 'bot' ? undefined : findIssue(draws, outline.number);
  const closing = draws.chance(share.closesIssue) && issue !== undefined ? [issue] : [];
  const hasBody = draws.chance(share.body);
  const lines = [`${shown}.`, draws.pick(remarks), ...closing.map((one) => `Fixes #${one}`)];
  return {
    kind,
    title: shown,
    body: hasBody || closing.length > 0 ? lines.join('\n\n') : undefined,
    headRefName: toBranch(scene, title),
    closingIssueNumbers: closing,
  };
}

/** A pull request's own title, whether or not it reverts another. */
function writeTitle(
  plan: RepositoryPlan,
  number: number,
): { readonly kind: WorkKind; readonly title: string } {
  const draws = new Draws(plan.seed, 7, number);
  if (outlinePull(plan, number).author.kind === 'bot')
    return {
      kind: 'dependencies',
      title: `Update ${draws.pick(packages)} to ${draws.below(30)}.${draws.below(20)}.${draws.below(9)}`,
    };
  // as: Object.keys forgets that a record has no other keys
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const kind = names[draws.weighted(Object.values(kinds))] ?? 'feature';
  const title = draws.pick(titles[kind]).replace('{area}', draws.pick(areas));
  const team = teamNames[plan.teamIndex % teamNames.length] ?? '';
  const key = `${team.slice(0, 3).toUpperCase()}-${100 + draws.below(3_900)}`;
  return { kind, title: draws.chance(share.taskKey) ? `${key}: ${title}` : title };
}

/** The title of a revert, where this number is one: of a recent pull request merged before it was made. */
function findReverted(plan: RepositoryPlan, number: number): { kind: WorkKind; title: string } | undefined {
  const place = pullPlaceOf(number) ?? 0;
  const target = pullNumberAt(Math.max(0, place - 1 - new Draws(plan.seed, 8, number).below(5)));
  if (!isRevertWish(plan, number) || target === number || isRevertWish(plan, target)) return undefined;
  const { ending, endAtSeconds = Number.POSITIVE_INFINITY } = outlinePull(plan, target);
  const isMergedBefore = ending === 'merged' && endAtSeconds < outlinePull(plan, number).createdAtSeconds;
  return isMergedBefore ? { kind: 'bug', title: `Revert "${writeTitle(plan, target).title}"` } : undefined;
}

function isRevertWish(plan: RepositoryPlan, number: number): boolean {
  const isBot = outlinePull(plan, number).author.kind === 'bot';
  return !isBot && new Draws(plan.seed, 9, number).chance(share.reverts);
}

function findIssue(draws: Draws, number: number): number | undefined {
  const place = Math.floor((number - 4) / 6) - draws.below(8);
  return place < 0 ? undefined : issueNumberAt(place);
}

function toBranch({ outline, author, authorPerson }: PullScene, title: string): string {
  const slug = `${title} ${outline.number}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (authorPerson === undefined) return `${author?.login}/${slug}`;
  return `${author === undefined ? 'someone' : authorPerson.handle.slice(0, 12)}/${slug}`;
}
