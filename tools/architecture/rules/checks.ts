import { Visitor } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { findRole, findSlice, isServerFile, isTestFile } from '../tree/place.ts';
import type { SourceFile } from '../tree/source-file.ts';

/**
 * A check belongs to the slice whose thing it looks at, and is declared in `x.checks.ts`, where it is looked for. The
 * doctor runs checks and has none.
 */
export const checksRule: Rule = {
  name: 'checks',
  check: (house) =>
    [...house.files.values()]
      .filter((file) => isServerFile(file.path) && !isTestFile(file.path))
      .flatMap((file) => [...findOfDoctor(file), ...findMisplaced(file)]),
};

function findOfDoctor({ path }: SourceFile): Finding[] {
  const isOfDoctor = findSlice(path) === 'doctor' && findRole(path) === 'checks';
  return isOfDoctor
    ? [
        {
          path,
          line: 1,
          message: 'the doctor has no checks of its own; export it from the slice it is about',
        },
      ]
    : [];
}

function findMisplaced(file: SourceFile): Finding[] {
  if (findRole(file.path) === 'checks') return [];
  const findings: Finding[] = [];
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'defineCheck') return;
      const message = 'a check outside a file whose name says so; declare it in x.checks.ts';
      findings.push({ path: file.path, line: file.lineAt(start), message });
    },
  }).visit(file.program);
  return findings;
}
