import type { Story } from './story.ts';
import type { Who } from './who.ts';

export interface ExclusionRule {
  readonly kind: 'label' | 'title' | 'head-branch' | 'base-branch' | 'repository';
  /** `*` stands for anything; case makes no difference. */
  readonly pattern: string;
  readonly reason: string;
}

export interface Exclusion {
  readonly kind: 'person' | 'bot' | 'ai-agent' | 'pull-request' | 'rule' | 'repository';
  /** A sentence. */
  readonly reason: string;
}

/** Why a pull request is left out of figures: its author before itself, before rules, before its repository. */
export function findExclusion(
  story: Story,
  who: Who,
  rules: readonly ExclusionRule[],
): Exclusion | undefined {
  const byAuthor = findAuthorExclusion(story, who);
  if (byAuthor !== undefined) return byAuthor;
  if (story.excludedReason !== undefined) return { kind: 'pull-request', reason: story.excludedReason };
  const fitting = rules.filter((rule) => fitsRule(story, rule));
  const rule = fitting.find(({ kind }) => kind !== 'repository');
  if (rule !== undefined) return { kind: 'rule', reason: rule.reason };
  const repository = fitting[0];
  return repository && { kind: 'repository', reason: repository.reason };
}

function findAuthorExclusion({ authorId, openedAt }: Story, who: Who): Exclusion | undefined {
  if (authorId === undefined) return undefined;
  const reason = who.timeOf(authorId, openedAt)?.excludedReason;
  if (reason !== undefined) return { kind: 'person', reason };
  const known = who.classOf(authorId);
  if (known === 'bot') return { kind: 'bot', reason: 'Written by a bot.' };
  return known === 'ai-agent'
    ? { kind: 'ai-agent', reason: 'Written by an AI agent, which is counted apart.' }
    : undefined;
}

function fitsRule(story: Story, { kind, pattern }: ExclusionRule): boolean {
  const shape = toShape(pattern);
  return toTexts(story, kind).some((text) => shape.test(text));
}

function toTexts(story: Story, kind: ExclusionRule['kind']): readonly string[] {
  switch (kind) {
    case 'label':
      return story.labels;
    case 'title':
      return [story.title];
    case 'head-branch':
      return [story.headRef];
    case 'base-branch':
      return [story.baseRef];
    case 'repository':
      return [story.fullName];
  }
}

/** Runs of stars are one, so that no pattern takes long to try. */
const toShape = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split(/\*+/).map(RegExp.escape).join('.*')}$`, 'isu');
