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

const rule = (
  field: RuleField,
  pattern: string,
  kind: KindRule['kind'],
  says: string,
  isRefactor = false,
): KindRule => ({ field, pattern, kind, says, isRefactor });

/**
 * The default breakdown of METRICS, section 7: each merged pull request falls into the kind of the first rule that fits, and
 * into none where none does. What was said by hand (a label) comes before what was typed (a title), and that before how
 * the branch is called. Incidents come first: an urgent repair is one whatever else it is.
 */
export const kindRules: readonly KindRule[] = [
  rule(
    'label',
    '^(kind|type)?[ /:-]*(incident|hotfix|outage|sev-?[0-4]|regression)$',
    'incident',
    'its label',
  ),
  rule('label', '^(kind|type)?[ /:-]*refactor(ing)?$', 'maintenance', 'its label', true),
  rule(
    'label',
    '^(kind|type)?[ /:-]*(maintenance|chore|bug|bugfix|fix|cleanup|tech[ -]?debt|dependenc(y|ies)|ci|build|tests?|docs?|documentation)$',
    'maintenance',
    'its label',
  ),
  rule('label', '^(kind|type)?[ /:-]*(feature|feat|enhancement|improvement)$', 'feature', 'its label'),
  rule('title', '^(hotfix|incident)(\\([^)]*\\))?!?:', 'incident', 'how its title begins'),
  rule('title', '^revert(\\([^)]*\\))?!?[: "]', 'incident', 'its title: it takes something back'),
  rule('title', '^refactor(\\([^)]*\\))?!?:', 'maintenance', 'how its title begins', true),
  rule(
    'title',
    '^(fix|chore|build|ci|docs?|style|test|tests|perf|deps)(\\([^)]*\\))?!?:',
    'maintenance',
    'how its title begins',
  ),
  rule('title', '^(feat|feature)(\\([^)]*\\))?!?:', 'feature', 'how its title begins'),
  rule('head-branch', '^(hotfix|incident|revert)[/-]', 'incident', 'how its branch is called'),
  rule('head-branch', '^refactor[/-]', 'maintenance', 'how its branch is called', true),
  rule(
    'head-branch',
    '^(fix|bugfix|chore|maintenance|docs?|ci|build|test|cleanup|dependabot|renovate)[/-]',
    'maintenance',
    'how its branch is called',
  ),
  rule('head-branch', '^(feature|feat)[/-]', 'feature', 'how its branch is called'),
];

export const kindNames: Readonly<Record<WorkKind, string>> = {
  feature: 'Feature',
  maintenance: 'Maintenance',
  incident: 'Incident',
  none: 'Not categorised',
};
