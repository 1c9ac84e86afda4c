import type { Expression, TemplateLiteral, VariableDeclarator } from 'oxc-parser';
import { findOrigin } from './find-origin.ts';
import type { House } from './house.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceFile } from './source-file.ts';

/** A piece of a text: known as it stands in the code, or a hole in the file `path` that is filled at run time. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly expression: Expression; readonly path: string };

/**
 * Works out the text of a string, a template or a sum of them, following constants of the file and imported ones.
 * Undefined for an expression that is no text.
 */
export function findConstantText(
  house: House,
  file: SourceFile,
  expression: Expression,
): TextPiece[] | undefined {
  switch (expression.type) {
    case 'Literal':
      return isTextual(expression.value) ? [{ kind: 'text', text: String(expression.value) }] : undefined;
    case 'TemplateLiteral':
      return toTemplatePieces(house, file, expression);
    case 'TaggedTemplateExpression':
      return toTemplatePieces(house, file, expression.quasi);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return findConstantText(house, file, expression.expression);
    case 'BinaryExpression':
      return expression.operator === '+'
        ? toSum(house, file, [expression.left, expression.right])
        : undefined;
    case 'Identifier':
      return findNamedText(house, file, expression.name);
    default:
      return undefined;
  }
}

function toTemplatePieces(house: House, file: SourceFile, template: TemplateLiteral): TextPiece[] {
  return template.quasis.flatMap((quasi, index): TextPiece[] => {
    const text: TextPiece = { kind: 'text', text: quasi.value.cooked ?? quasi.value.raw };
    const expression = template.expressions[index];
    return expression === undefined ? [text] : [text, ...toPieces(house, file, expression)];
  });
}

function toSum(
  house: House,
  file: SourceFile,
  sides: readonly (Expression | { type: 'PrivateIdentifier' })[],
) {
  const pieces = sides.map((side) => (side.type === 'PrivateIdentifier' ? [] : toPieces(house, file, side)));
  return pieces.flat().some(({ kind }) => kind === 'text') ? pieces.flat() : undefined;
}

function toPieces(house: House, file: SourceFile, expression: Expression): TextPiece[] {
  return findConstantText(house, file, expression) ?? [{ kind: 'hole', expression, path: file.path }];
}

function isTextual(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** The text of a constant at the top level of this file, or of the file it was imported from. */
function findNamedText(house: House, file: SourceFile, name: string): TextPiece[] | undefined {
  const home = findDeclarator(file, name) === undefined ? findImportedFrom(house, file, name) : file;
  const init = home === undefined ? undefined : findDeclarator(home, name)?.init;
  return home === undefined || !init ? undefined : findConstantText(house, home, init);
}

function findImportedFrom(house: House, file: SourceFile, name: string): SourceFile | undefined {
  const edge = file.imports.find(({ names }) => names !== 'all' && names.includes(name));
  const target = edge === undefined ? undefined : resolveImport(house, file.path, edge.specifier);
  return target?.kind === 'file' ? findOrigin(house, target.path, name) : undefined;
}

function findDeclarator(file: SourceFile, name: string): VariableDeclarator | undefined {
  return file.program.body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap((statement) =>
      statement?.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : [],
    )
    .find(({ id }) => id.type === 'Identifier' && id.name === name);
}
