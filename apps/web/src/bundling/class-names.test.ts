import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

// TypeScript takes any name for a class of a CSS module, and a misspelt one is an element without its style.
const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const findNames = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''));

const findUses = (module: string): ReadonlySet<string> => {
  const users = globSync('**/*.tsx', { cwd: root }).filter((path) =>
    [...read(path).matchAll(/from '(\.[^']+\.module\.css)'/g)].some(
      ([, specifier]) => join(dirname(path), specifier ?? '') === module,
    ),
  );
  return findNames(users.map(read).join('\n'), /styles\['([^']+)'\]/g);
};

const modules = globSync('**/*.module.css', { cwd: root });

describe('the classes of CSS modules', () => {
  it('are looked for where they are', () => {
    expect(modules.length).toBeGreaterThan(30);
  });

  it.each(modules)('%s has the classes its components name, and no others', (module) => {
    const declared = findNames(
      read(module).replaceAll(/\/\*.*?\*\//gs, ''),
      /\.([a-z][a-zA-Z]*)(?=[\s:.,>[{])/g,
    );
    const used = findUses(module);

    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
  });
});
