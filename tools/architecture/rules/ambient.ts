import type { Rule } from '../rule.ts';
import { findAmbientUses } from '../tree/find-ambient-uses.ts';
import { findSlice, isServerFile, isTestFile } from '../tree/place.ts';

/** Time and chance that a test could not repeat, and the network past the egress client. */
const unrepeatable = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'fetch',
  'new Date()',
]);

/** Also files that may touch the world take the clock, chance and the network as arguments, so that tests can offset them. */
export const ambientRule: Rule = {
  name: 'ambient',
  check: (house) =>
    [...house.files.values()]
      .filter((file) => isGoverned(file.path))
      .flatMap((file) =>
        findAmbientUses(file)
          .filter(({ name }) => unrepeatable.has(name))
          .map(({ name, line }) => ({
            path: file.path,
            line,
            message: `${name} cannot be offset by a test; take a clock, a source of ids or a client as an argument`,
          })),
      ),
};

function isGoverned(path: string): boolean {
  if (isTestFile(path) || /(^|[/-])clock\.ts$/.test(path)) return false;
  if (isServerFile(path)) return findSlice(path) !== 'platform';
  return /^packages\/[^/]+\/src\//.test(path);
}
