import type { WorkKind } from '@throughline/contract';

/** Where a rule looks. */
export type RuleField = 'label' | 'title' | 'head-branch';

export interface KindRule {
  readonly field: RuleField;
  /** A regular expression of PostgreSQL, matched without regard to case. */
  readonly pattern: string;
  readonly kind: Exclude<WorkKind, 'none'>;
  /** True where it also says that code was put in order without changing what it does. */
  readonly isRefactor: boolean;
  /** Why a pull request is of this kind, as a row says it. */
  readonly says: string;
}

/**
 * The default breakdown of METRICS, section 7: each merged pull request falls into the kind of the first rule that fits, and
 * into none where none does. What was said by hand (a label) comes before what was typed (a title), and that before how
 * the branch is called. Incidents come first: an urgent repair is one whatever else it is.
 */
export const kindRules: readonly KindRule[] = [
  {
    field: 'label',
    pattern: '^(kind|type)?[ /:-]*(incident|hotfix|outage|sev-?[0-4]|regression)$',
    kind: 'incident',
    isRefactor: false,
    says: 'its label',
  },
  {
    field: 'label',
    pattern: '^(kind|type)?[ /:-]*refactor(ing)?$',
    kind: 'maintenance',
    isRefactor: true,
    says: 'its label',
  },
  {
    field: 'label',
    pattern:
      '^(kind|type)?[ /:-]*(maintenance|chore|bug|bugfix|fix|cleanup|tech[ -]?debt|dependenc(y|ies)|ci|build|tests?|docs?|documentation)$',
    kind: 'maintenance',
    isRefactor: false,
    says: 'its label',
  },
  {
    field: 'label',
    pattern: '^(kind|type)?[ /:-]*(feature|feat|enhancement|improvement)$',
    kind: 'feature',
    isRefactor: false,
    says: 'its label',
  },
  {
    field: 'title',
    pattern: '^(hotfix|incident)(\\([^)]*\\))?!?:',
    kind: 'incident',
    isRefactor: false,
    says: 'how its title begins',
  },
  {
    field: 'title',
    pattern: '^revert(\\([^)]*\\))?!?[: "]',
    kind: 'incident',
    isRefactor: false,
    says: 'its title: it takes something back',
  },
  {
    field: 'title',
    pattern: '^refactor(\\([^)]*\\))?!?:',
    kind: 'maintenance',
    isRefactor: true,
    says: 'how its title begins',
  },
  {
    field: 'title',
    pattern: '^(fix|chore|build|ci|docs?|style|test|tests|perf|deps)(\\([^)]*\\))?!?:',
    kind: 'maintenance',
    isRefactor: false,
    says: 'how its title begins',
  },
  {
    field: 'title',
    pattern: '^(feat|feature)(\\([^)]*\\))?!?:',
    kind: 'feature',
    isRefactor: false,
    says: 'how its title begins',
  },
  {
    field: 'head-branch',
    pattern: '^(hotfix|incident|revert)[/-]',
    kind: 'incident',
    isRefactor: false,
    says: 'how its branch is called',
  },
  {
    field: 'head-branch',
    pattern: '^refactor[/-]',
    kind: 'maintenance',
    isRefactor: true,
    says: 'how its branch is called',
  },
  {
    field: 'head-branch',
    pattern: '^(fix|bugfix|chore|maintenance|docs?|ci|build|test|cleanup|dependabot|renovate)[/-]',
    kind: 'maintenance',
    isRefactor: false,
    says: 'how its branch is called',
  },
  {
    field: 'head-branch',
    pattern: '^(feature|feat)[/-]',
    kind: 'feature',
    isRefactor: false,
    says: 'how its branch is called',
  },
];

export const kindNames: Readonly<Record<WorkKind, string>> = {
  feature: 'Feature',
  maintenance: 'Maintenance',
  incident: 'Incident',
  none: 'Not categorised',
};
