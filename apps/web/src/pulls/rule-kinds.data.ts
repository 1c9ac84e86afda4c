import type { ExclusionRuleKind } from '@throughline/contract';

/** What a rule compares, in words. */
export const ruleKinds: Readonly<Record<ExclusionRuleKind, string>> = {
  label: 'Label',
  title: 'Title',
  'head-branch': 'Branch it comes from',
  'base-branch': 'Branch it goes into',
  repository: 'Repository',
};
