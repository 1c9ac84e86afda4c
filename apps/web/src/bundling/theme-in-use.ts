import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';

const isTheme = /@primer\/primitives\/dist\/css\/functional\/themes\/[^/]+\.css/;
const mention = /--[\w-]+/g;
const declaration = /^\s*(--[\w-]+):\s*([^;]+);.*$/;

/**
 * Cuts Primer's themes to the variables that our sources or Primer's components mention, directly or through another
 * variable: about 19 kB gzip a theme become about 5. What is mentioned is read from files, not from the bundle, so the
 * same sources always give the same bytes and names.
 */
export const themeInUse = ({ folders }: { readonly folders: readonly string[] }): Plugin => {
  const mentionedIn = Promise.all(folders.map(findMentions));
  return {
    name: 'theme-in-use',
    enforce: 'pre',
    async transform(code, id) {
      if (!isTheme.test(id)) return undefined;
      const mentioned = new Set((await mentionedIn).flatMap((names) => [...names]));
      return { code: cutTheme(code, mentioned), map: null };
    },
  };
};

/** The style sheet without declarations of variables that nothing mentions. */
export const cutTheme = (css: string, mentioned: ReadonlySet<string>): string => {
  const lines = css.split('\n');
  const kept = withIndirect(lines, mentioned);
  return lines
    .filter((line) => {
      const name = declaration.exec(line)?.[1];
      return name === undefined || kept.has(name);
    })
    .join('\n');
};

/** Adds the variables that kept ones refer to. */
const withIndirect = (lines: readonly string[], mentioned: ReadonlySet<string>): ReadonlySet<string> => {
  const declared = lines.flatMap((line) => {
    const [, name, value] = declaration.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, uses: value.match(mention) ?? [] }];
  });
  const kept = new Set(mentioned);
  for (let size = -1; size !== kept.size; ) {
    size = kept.size;
    for (const used of declared.flatMap(({ name, uses }) => (kept.has(name) ? uses : []))) kept.add(used);
  }
  return kept;
};

const findMentions = async (folder: string): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter(isRead)) {
    for (const name of (await readFile(join(folder, file), 'utf8')).match(mention) ?? []) names.add(name);
  }
  return names;
};

/** Old themes in JavaScript and GitHub's own issue labels name hundreds of variables; nothing of ours uses them. */
const isRead = (path: string): boolean =>
  ['.css', '.js', '.ts', '.tsx'].includes(extname(path)) && !/legacy-theme|IssueLabel|\.test\./.test(path);
