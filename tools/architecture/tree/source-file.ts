import { type Comment, type Program, parseSync } from 'oxc-parser';
import { type ExportEntry, type ImportEdge, toExportEntries, toImportEdges } from './module-record.ts';

/** A TypeScript file as the rules see it. `program` is decoded at its first use, since most rules need imports alone. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ImportEdge[];
  readonly exports: readonly ExportEntry[];
  readonly comments: readonly Comment[];
  readonly program: Program;
  /** The parser's own complaints; `tsc` repeats them better, so rules only refuse to guess about such a file. */
  readonly errors: readonly string[];
  /** The line, counted from 1, of an offset into `text`. */
  readonly lineAt: (offset: number) => number;
}

/** Parses one TypeScript file. `path` is relative to the root, with `/`. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text, { astType: 'ts', preserveParens: false });
  const lineAt = toLineFinder(text);

  return {
    path,
    text,
    imports: toImportEdges(parsed.module, text, lineAt),
    exports: toExportEntries(parsed.module),
    comments: parsed.comments,
    get program() {
      return parsed.program;
    },
    errors: parsed.errors.map((error) => error.message),
    lineAt,
  };
}

function toLineFinder(text: string): (offset: number) => number {
  let starts: number[] | undefined;

  return (offset) => {
    starts ??= toLineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function toLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
