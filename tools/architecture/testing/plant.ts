import type { Rule } from '../rule.ts';
import { toHouse } from '../tree/house.ts';

/** Builds a house of these files and says what the rule finds in it, as `path:line`. */
export function plant(rule: Rule, contents: Readonly<Record<string, string>>): string[] {
  const house = toHouse(new Map(Object.entries(contents)));
  return rule.check(house).map(({ path, line }) => `${path}:${line}`);
}
