import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md'], { cwd: root });

/** What a page links to beside it, without the addresses of other places and of its own sections. */
const listTargets = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(
    ([, target]) => (target === undefined ? [] : [join(dirname(page), target)]),
  );

test('every link between documents leads somewhere', () => {
  const targets = pages.flatMap(listTargets);

  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test('every picture is shown by a document', () => {
  const shown = new Set(pages.flatMap(listTargets));

  expect(globSync('docs/screenshots/*', { cwd: root }).filter((picture) => !shown.has(picture))).toEqual([]);
});
