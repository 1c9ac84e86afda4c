import { type Expression, Visitor } from 'oxc-parser';
import { findConstantText, type TextPiece } from './constant-text.ts';
import type { House } from './house.ts';
import type { SourceFile } from './source-file.ts';

/** A text written in a file: every string, template and sum of them, the outermost only. */
export interface WrittenText {
  readonly pieces: readonly TextPiece[];
  readonly line: number;
}

/** Lists the texts of a file with what is known of them. What stands inside a larger text is told with it alone. */
export function listTexts(house: House, file: SourceFile): WrittenText[] {
  const texts: WrittenText[] = [];
  let toldUntil = -1;

  const tell = (expression: Expression) => {
    if (expression.start < toldUntil) return;
    const pieces = findConstantText(house, file, expression);
    if (pieces === undefined) return;
    toldUntil = expression.end;
    texts.push({ pieces, line: file.lineAt(expression.start) });
  };

  new Visitor({ Literal: tell, TemplateLiteral: tell, BinaryExpression: tell }).visit(file.program);
  return texts;
}
