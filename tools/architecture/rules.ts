import type { Rule } from './rule.ts';
import { ambientRule } from './rules/ambient.ts';
import { asReasonRule } from './rules/as-reason.ts';
import { checksRule } from './rules/checks.ts';
import { cyclesRule } from './rules/cycles.ts';
import { floorsRule } from './rules/floors.ts';
import { migrationsRule } from './rules/migrations.ts';
import { moduleStateRule } from './rules/module-state.ts';
import { pathWordsRule } from './rules/path-words.ts';
import { purityRule } from './rules/purity.ts';
import { sqlFanOutRule } from './rules/sql-fan-out.ts';
import { sqlLevelRule } from './rules/sql-level.ts';
import { sqlOwnersRule } from './rules/sql-owners.ts';
import { sqlPlaceRule } from './rules/sql-place.ts';
import { testsApartRule } from './rules/tests-apart.ts';
import { timingRule } from './rules/timing.ts';
import { wallsRule } from './rules/walls.ts';

/** The rules of the house that neither `tsc` nor the linter knows. */
export const rules: readonly Rule[] = [
  floorsRule,
  wallsRule,
  purityRule,
  ambientRule,
  cyclesRule,
  testsApartRule,
  pathWordsRule,
  asReasonRule,
  timingRule,
  moduleStateRule,
  checksRule,
  sqlPlaceRule,
  sqlOwnersRule,
  sqlLevelRule,
  sqlFanOutRule,
  migrationsRule,
];
