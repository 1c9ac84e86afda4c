import type { Finding } from './finding.ts';
import { rules } from './rules.ts';
import type { House } from './tree/house.ts';

/** What an inspection saw. A guard that read nothing must not pass for one that found nothing: look at `filesRead`. */
export interface Inspection {
  readonly findings: readonly (Finding & { readonly rule: string })[];
  readonly filesRead: number;
}

/** Holds every rule against the house and lists what it finds by path and line. */
export function inspectHouse(house: House): Inspection {
  const findings = rules.flatMap((rule) =>
    rule.check(house).map((finding) => ({ rule: rule.name, ...finding })),
  );

  return {
    findings: findings.toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line),
    filesRead: house.files.size + house.texts.size,
  };
}
