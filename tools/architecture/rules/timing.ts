import { type Expression, type PrivateIdentifier, Visitor } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { hasReason } from '../tree/find-comment.ts';
import { isTestFile } from '../tree/place.ts';
import type { SourceFile } from '../tree/source-file.ts';

const secretName = /(^|[a-z_])(signature|sig|token|secret|hash|digest|hmac|password)$/i;

/**
 * Comparing a secret with `===` tells by its duration how much of it was right, so such names are compared with
 * `timingSafeEqual`. Where the value is no secret, `// not secret: why` on the line or above says so.
 */
export const timingRule: Rule = {
  name: 'timing',
  check: (house) =>
    [...house.files.values()]
      .filter((file) => /^(apps\/server|packages)\//.test(file.path) && !isTestFile(file.path))
      .flatMap((file) => findComparisons(file)),
};

function findComparisons(file: SourceFile): Finding[] {
  const findings: Finding[] = [];

  new Visitor({
    BinaryExpression: ({ operator, left, right, start }) => {
      const isEquality = ['===', '!==', '==', '!='].includes(operator);
      if (!isEquality || isPlain(left) || isPlain(right)) return;
      const name = [left, right].map(findName).find((found) => found !== undefined && secretName.test(found));
      const line = file.lineAt(start);
      if (name === undefined || hasReason(file, line, 'not secret')) return;
      const message = `${name} compared with ${operator}; use timingSafeEqual, or say \`// not secret: why\``;
      findings.push({ path: file.path, line, message });
    },
  }).visit(file.program);

  return findings;
}

/** A comparison with a constant of the code discloses nothing. */
function isPlain(node: Expression | PrivateIdentifier): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' || node.type === 'UnaryExpression';
}

function findName(node: Expression | PrivateIdentifier): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && !node.computed) return node.property.name;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    return findName(node.callee.object);
  return undefined;
}
