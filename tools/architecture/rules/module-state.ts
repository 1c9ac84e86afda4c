import type { Expression, Statement, VariableDeclaration } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isTestFile } from '../tree/place.ts';
import type { SourceFile } from '../tree/source-file.ts';

/** A module declares; what changes lives in a value that somebody created and passes on. */
export const moduleStateRule: Rule = {
  name: 'module-state',
  check: (house) =>
    [...house.files.values()]
      .filter((file) => !isTestFile(file.path))
      .flatMap((file) => file.program.body.flatMap((statement) => checkStatement(file, statement))),
};

function checkStatement(file: SourceFile, statement: Statement): Finding[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration' || !isMutable(declaration)) return [];
  const message =
    'state of a module lives as long as the process and is seen by all; create it where it is needed';
  return [{ path: file.path, line: file.lineAt(declaration.start), message }];
}

/** A variable that can be set again, or a container that is empty at first and so has only one use: being filled. */
function isMutable(declaration: VariableDeclaration): boolean {
  if (declaration.kind === 'let' || declaration.kind === 'var') return declaration.declare !== true;
  return declaration.declarations.some(({ init }) => init !== null && isEmptyContainer(init));
}

function isEmptyContainer(init: Expression): boolean {
  if (init.type === 'ArrayExpression') return init.elements.length === 0;
  if (init.type === 'ObjectExpression') return init.properties.length === 0;
  if (init.type !== 'NewExpression' || init.arguments.length > 0 || init.callee.type !== 'Identifier')
    return false;
  return ['Map', 'Set', 'WeakMap', 'WeakSet', 'Array'].includes(init.callee.name);
}
