/**
 * One package of package-lock.json.
 *
 * @typedef {{ version?: string, resolved?: string, link?: boolean, dev?: boolean, optional?: boolean,
 *   devOptional?: boolean, peer?: boolean }} LockedPackage
 */

/**
 * package-lock.json, and the like file that npm leaves in node_modules when it has finished.
 *
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** @param {LockedPackage} wanted @param {boolean} withDevelopment */
function mayBeMissing({ dev, optional, devOptional }, withDevelopment) {
  if (optional === true) return true;
  return (dev === true || devOptional === true) && !withDevelopment;
}

/** @param {LockedPackage} wanted @param {LockedPackage} present */
function isSame(wanted, present) {
  return wanted.version === present.version && (wanted.link !== true || wanted.resolved === present.resolved);
}

/**
 * Whether node_modules is what package-lock.json wants. Packages for other machines may be missing.
 *
 * @param {Lock} wanted
 * @param {Lock | undefined} present
 * @param {boolean} withDevelopment
 */
export function isInstalled(wanted, present, withDevelopment) {
  const found = present?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted.packages ?? {})
    .filter(([path]) => path.startsWith('node_modules/') || path.includes('/node_modules/'))
    .every(([path, entry]) => {
      const there = found[path];
      return there === undefined ? mayBeMissing(entry, withDevelopment) : isSame(entry, there);
    });
}

/**
 * Whether the development dependencies are there.
 *
 * @param {Lock | undefined} present
 */
export function isWithDevelopment(present) {
  return Object.values(present?.packages ?? {}).some((entry) => entry.dev === true);
}
