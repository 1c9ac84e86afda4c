import type { BindingPattern, Expression, Statement, VariableDeclaration } from 'oxc-parser';
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
  if (declaration?.type !== 'VariableDeclaration' || !isMutable(file, declaration)) return [];
  const message =
    'state of a module lives as long as the process and is seen by all; create it where it is needed';
  return [{ path: file.path, line: file.lineAt(declaration.start), message }];
}

/** A variable that can be set again, or a container that is empty at first and so has only one use: being filled. */
function isMutable(file: SourceFile, declaration: VariableDeclaration): boolean {
  if (declaration.kind === 'let' || declaration.kind === 'var') return declaration.declare !== true;
  return declaration.declarations.some(
    ({ id, init }) => init !== null && isEmptyContainer(init) && !isDeclaredReadonly(file, id),
  );
}

function isEmptyContainer(init: Expression): boolean {
  if (init.type === 'ArrayExpression') return init.elements.length === 0;
  if (init.type === 'ObjectExpression') return init.properties.length === 0;
  if (init.type !== 'NewExpression' || init.arguments.length > 0 || init.callee.type !== 'Identifier')
    return false;
  return ['Map', 'Set', 'WeakMap', 'WeakSet', 'Array'].includes(init.callee.name);
}

/** A container nobody can fill is a constant, such as a list that is still empty. */
function isDeclaredReadonly(file: SourceFile, { typeAnnotation }: BindingPattern): boolean {
  return typeAnnotation
    ? /^:\s*readonly/i.test(file.text.slice(typeAnnotation.start, typeAnnotation.end))
    : false;
}
