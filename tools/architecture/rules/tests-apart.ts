import type { Rule } from '../rule.ts';
import { isTestFile } from '../tree/place.ts';
import { resolveImport } from '../tree/resolve-import.ts';

/** What runs for people imports nothing that only tests use: neither `x.test.ts` nor what lies in a `testing` folder. */
export const testsApartRule: Rule = {
  name: 'tests-apart',
  check: (house) =>
    [...house.files.values()]
      .filter((file) => !isTestFile(file.path) && !file.path.endsWith('.config.ts'))
      .flatMap((file) =>
        file.imports
          .filter(({ specifier }) => {
            const target = resolveImport(house, file.path, specifier);
            return target.kind === 'file' && isTestFile(target.path);
          })
          .map(({ specifier, line }) => ({
            path: file.path,
            line,
            message: `${specifier} is for tests; what both need lies outside of testing/`,
          })),
      ),
};
