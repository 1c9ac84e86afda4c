import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything the pages are made from. */
const sources = ['package-lock.json', 'apps/web', 'packages/contract/src'];
const leftOut = /(^|[\\/])(node_modules|dist)([\\/]|$)|\.test\.tsx?$/;
const stampPath = 'apps/web/dist/.sources';

/** @param {string} root @param {string} path @returns {string[]} */
function listFiles(root, path) {
  if (path.endsWith('.json')) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !leftOut.test(file))
    .sort();
}

/** @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => listFiles(root, path))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds the pages unless they were built from these very sources.
 *
 * @param {string} root
 * @param {string} node
 */
export function ensureWebBuilt(root, node) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  const hash = hashSources(root);
  const stamp = join(root, stampPath);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error('Building the pages.');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(node, [vite, 'build', '--logLevel=warn'], {
    cwd: join(root, 'apps/web'),
    // Whatever this shell develops, these pages are for people: React comes in its development form otherwise.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0)
    throw new Error(`The pages could not be built (code ${status ?? 'none'}); the reason is above.`);
  writeFileSync(stamp, hash);
}
