import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './launch-hand-over.mjs';
import { ensureInstalled } from './launch-install.mjs';
import { findNode } from './launch-node.mjs';
import { ensureWebBuilt } from './launch-web.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What each verb runs, and what it needs first. `start` leaves development dependencies out unless they are there.
 *
 * @type {Readonly<Record<string, { readonly script: string, readonly args?: readonly string[],
 *   readonly needs: 'production' | 'development' }>>}
 */
const verbs = {
  start: { script: 'apps/server/src/main.ts', needs: 'production' },
  test: { script: 'tools/test.ts', needs: 'development' },
  check: { script: 'tools/check.ts', needs: 'development' },
  'check:all': { script: 'tools/check.ts', args: ['--all'], needs: 'development' },
  emulator: { script: 'packages/github-emulator/src/main.ts', needs: 'production' },
  bench: { script: 'tools/bench.ts', needs: 'development' },
  faults: { script: 'bench/faults.ts', needs: 'development' },
  schema: { script: 'apps/server/src/dump-schema.ts', needs: 'production' },
  'rotate-keys': { script: 'apps/server/src/rotate-keys.ts', needs: 'production' },
  cli: { script: 'apps/cli/src/main.ts', needs: 'production' },
  pack: { script: 'tools/pack.ts', needs: 'development' },
  long: { script: 'tools/long.ts', needs: 'development' },
};

/**
 * Installs and builds what is missing, then runs the verb's program with the remaining arguments, as if it had been
 * started in place of this one.
 *
 * @param {readonly string[]} args
 */
export async function launch([name = '', ...args]) {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) {
    throw new Error(`Usage: node tools/launch.mjs VERB, with one of ${Object.keys(verbs).join(', ')}.`);
  }
  ensureInstalled(root, verb.needs);
  const node = findNode(root);
  if (name === 'start') ensureWebBuilt(root, node);
  await handOver({
    node,
    root,
    args: [join(root, verb.script), ...(verb.args ?? []), ...args],
    isWatched: name === 'start',
  });
}
