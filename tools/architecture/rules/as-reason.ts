import { type TSType, Visitor } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { hasReason } from '../tree/find-comment.ts';
import { isTestFile } from '../tree/place.ts';
import type { SourceFile } from '../tree/source-file.ts';

/**
 * `as` overrules the type checker, so outside tests it carries its reason: `// as: the schema has just parsed it`, on
 * its line or the one above. `as const` and `as unknown` overrule nothing and are free.
 */
export const asReasonRule: Rule = {
  name: 'as-reason',
  check: (house) =>
    [...house.files.values()].filter((file) => !isTestFile(file.path)).flatMap((file) => findBareAs(file)),
};

function findBareAs(file: SourceFile): Finding[] {
  const lines = new Set<number>();
  const look = (type: TSType, end: number) => {
    const line = file.lineAt(end);
    if (!isHarmless(type) && !hasReason(file, line, 'as')) lines.add(line);
  };

  new Visitor({
    TSAsExpression: ({ typeAnnotation, expression }) => look(typeAnnotation, expression.end),
    TSTypeAssertion: ({ typeAnnotation, start }) => look(typeAnnotation, start),
  }).visit(file.program);

  return [...lines].map((line) => ({
    path: file.path,
    line,
    message:
      'a bare `as`; parse, narrow or declare instead, or say why it holds: `// as: …` on this line or above',
  }));
}

function isHarmless(type: TSType): boolean {
  if (type.type === 'TSUnknownKeyword') return true;
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}
