import type { House } from '../architecture/tree/house.ts';
import { isTestFile } from '../architecture/tree/place.ts';
import { resolveImport } from '../architecture/tree/resolve-import.ts';

/**
 * Lists the test files that read recorded data: those that name the variable which says where it lies, or that import
 * a file of the tests that does, however far away. Nobody has to keep a list or a convention.
 * The tools' own tests speak of the variable and read nothing.
 */
export function listRecordedSuites(house: House): string[] {
  const reading = new Set(
    [...house.files.values()]
      .filter(
        ({ path, text }) =>
          isTestFile(path) && !path.startsWith('tools/') && text.includes('THROUGHLINE_RECORDED'),
      )
      .map(({ path }) => path),
  );

  for (let before = -1; before !== reading.size; ) {
    before = reading.size;
    for (const { path, imports } of house.files.values()) {
      const isReader = imports.some(({ specifier }) => {
        const target = resolveImport(house, path, specifier);
        return target.kind === 'file' && reading.has(target.path);
      });
      if (isReader && isTestFile(path)) reading.add(path);
    }
  }
  return [...reading].filter((path) => /\.test\.tsx?$/.test(path)).toSorted();
}
