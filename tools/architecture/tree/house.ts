import { parseSourceFile, type SourceFile } from './source-file.ts';

/** Everything the rules look at, read once: a value, so that a test can plant a violation without a disk. */
export interface House {
  /** Every path of the repository, relative to its root, with `/`. */
  readonly paths: readonly string[];
  /** TypeScript files by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Files of `db/` and `docs/` by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Builds a house of the texts of its files. */
export function toHouse(contents: ReadonlyMap<string, string>): House {
  const files = new Map<string, SourceFile>();
  const texts = new Map<string, string>();

  for (const [path, text] of contents) {
    if (isTypeScript(path)) files.set(path, parseSourceFile(path, text));
    else if (isRead(path)) texts.set(path, text);
  }
  return { paths: [...contents.keys()], files, texts };
}

/** Whether the rules want the text of this file, and not its path alone. */
export function isRead(path: string): boolean {
  return isTypeScript(path) || /^(db|docs)\/.*\.(sql|md)$/.test(path);
}

function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}
