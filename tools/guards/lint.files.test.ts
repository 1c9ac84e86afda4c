import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHouse } from '../architecture/tree/read-house.ts';
import { runProgram } from '../running/run-program.ts';
import { plantTree } from './planted-tree.ts';

const root = join(import.meta.dirname, '../..');
const long = (lines: number) => 'f(1);\n'.repeat(lines);

/** A planted file by the rule that must find it. The path matters: some rules spare tests, tools or tables. */
const violations: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'typescript(no-explicit-any)': ['apps/server/src/any.ts', 'export const x = (y: any): unknown => y;'],
  'typescript(no-non-null-assertion)': [
    'apps/server/src/bang.ts',
    'export const x = (y?: string): string => y!;',
  ],
  'typescript(no-unsafe-assignment)': [
    'apps/server/src/parsed.ts',
    "export const x = { y: JSON.parse('1') };",
  ],
  'typescript(no-floating-promises)': [
    'apps/server/src/floating.ts',
    'export function f(): void {\n  Promise.resolve(1);\n}',
  ],
  'typescript(switch-exhaustiveness-check)': [
    'apps/server/src/switch.ts',
    "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}",
  ],
  'eslint(no-console)': ['apps/server/src/people/loud.ts', "export const x = (): void => console.log('x');"],
  'import(no-default-export)': ['apps/server/src/default.ts', 'export default function f(): void {}'],
  'eslint(max-lines)': [
    'apps/server/src/long.ts',
    `export const f = (x: number): number => x;\n${long(300)}`,
  ],
  'eslint(max-lines-per-function)': [
    'apps/server/src/long-function.ts',
    `export function f(x: number): void {\n${long(50)}}`,
  ],
  'eslint(max-depth)': [
    'apps/server/src/deep.ts',
    'export function f(x: number): number {\n  if (x) {\n    if (x > 1) {\n      if (x > 2) {\n        if (x > 3) return 1;\n      }\n    }\n  }\n  return 2;\n}',
  ],
  'eslint(max-params)': [
    'apps/server/src/many.ts',
    'export const f = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;',
  ],
  'eslint(complexity)': [
    'apps/server/src/complex.ts',
    `export const f = (x: number): number => ${Array.from({ length: 10 }, (_, i) => `x === ${i} ? ${i} :`).join(' ')} 0;`,
  ],
  'eslint(eqeqeq)': [
    'apps/server/src/equal.ts',
    'export const f = (x: number, y: number): boolean => x == y;',
  ],
  'unicorn(filename-case)': ['apps/server/src/camelCase.ts', 'export const x = 1;'],
  'unicorn(prefer-node-protocol)': [
    'apps/server/src/builtin.ts',
    "import { join } from 'path';\n\nexport const x = join('a');",
  ],
  'typescript(consistent-type-imports)': [
    'apps/server/src/import-type.ts',
    "export const x = (y: import('node:path').ParsedPath): string => y.name;",
  ],
};

const goodFiles = {
  'apps/server/src/good.ts': 'export const words: readonly string[] = [];\n',
  'apps/server/src/table.data.ts': `export const f = (x: number): number => x;\n${long(300)}`,
  'apps/server/src/good.test.ts': 'export const x = (y?: string): string => y!;\n',
  'tools/loud.ts': "console.log('x');\n",
};

test('each lint rule finds its planted violation, and good files are left alone', async () => {
  using tree = plantTree({
    from: root,
    copied: ['.oxlintrc.json', 'tsconfig.base.json', 'apps/server/tsconfig.json', 'tools/tsconfig.json'],
    written: { ...Object.fromEntries(Object.values(violations)), ...goodFiles },
  });

  const { output, exitCode } = await runProgram(
    { command: 'oxlint', arguments: ['--format=json', 'apps', 'tools'] },
    { root: tree.root },
  );
  const { diagnostics }: { diagnostics: { code: string; filename: string }[] } = JSON.parse(output);
  const found = new Set(diagnostics.map(({ code, filename }) => `${code} ${filename}`));

  const expected = Object.entries(violations).map(([rule, [path]]) => `${rule} ${path}`);
  expect(expected.filter((finding) => !found.has(finding))).toEqual([]);
  expect(diagnostics.filter(({ filename }) => Object.keys(goodFiles).includes(filename))).toEqual([]);
  expect(exitCode).not.toBe(0);
});

test('the linter reads every file of TypeScript that git knows', async () => {
  const { files } = await readHouse(root);

  const { output } = await runProgram({ command: 'oxlint', arguments: ['--debug=files'] }, { root });

  expect([...files.keys()].filter((path) => !output.includes(path))).toEqual([]);
});
