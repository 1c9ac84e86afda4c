import type { SourceFile } from './source-file.ts';

/**
 * Whether a comment of the form `// MARK: why` stands on this line, or ends on the line above it. Rules that allow an
 * exception with a reason look for it so.
 */
export function hasReason(file: SourceFile, line: number, mark: string): boolean {
  const pattern = new RegExp(`(^|\\s)${mark}:\\s+\\S`);
  return file.comments.some((comment) => {
    if (!pattern.test(comment.value)) return false;
    const endLine = file.lineAt(comment.end);
    return endLine === line || endLine === line - 1;
  });
}
