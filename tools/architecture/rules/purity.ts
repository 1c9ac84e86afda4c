import { worldlyRoles, worldlySlices } from '../house.data.ts';
import type { Rule } from '../rule.ts';
import { createWorldlinessFinder } from '../tree/find-worldliness.ts';
import { findRole, findSlice, isDoor, isServerFile, isTestFile } from '../tree/place.ts';

/** A file of the server whose name declares no role computes with its arguments and touches nothing else. */
export const purityRule: Rule = {
  name: 'purity',
  check: (house) => {
    const findWorldliness = createWorldlinessFinder(house);

    return [...house.files.values()]
      .filter((file) => mustBePure(file.path))
      .flatMap((file) =>
        findWorldliness(file).map(({ reason, line }) => ({
          path: file.path,
          line,
          message: `a file without a role is pure, but this one ${reason}; take it as an argument, or name the file for its role`,
        })),
      );
  },
};

function mustBePure(path: string): boolean {
  if (!isServerFile(path) || isTestFile(path) || isDoor(path)) return false;
  const slice = findSlice(path);
  const isCompositionRoot = slice === undefined;
  return !isCompositionRoot && !worldlySlices.includes(slice) && !worldlyRoles.includes(findRole(path) ?? '');
}
