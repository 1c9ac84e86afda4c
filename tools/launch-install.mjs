import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInstalled, isWithDevelopment } from './launch-lock.mjs';

/** @param {string} path */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * The npm that runs us, or the one beside this Node, or the one on the path. Under npm and beside Node it is a script,
 * so that it works without any path at all.
 *
 * @returns {{ readonly program: string, readonly before: readonly string[] }}
 */
function findNpm() {
  const bin = dirname(process.execPath);
  const scripts = [
    process.env['npm_execpath'],
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../share/nodejs/npm/bin/npm-cli.js'),
  ];
  const script = scripts.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (script !== undefined) return { program: process.execPath, before: [script] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [] };
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
function runNpm(root, args) {
  const { program, before } = findNpm();
  const { status, error } = spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: program.endsWith('.cmd'),
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    throw new Error(
      'npm is not here. Install it (it comes with Node from https://nodejs.org) and try again.',
    );
  }
  if (status === 0) return;
  throw new Error(
    `npm ended with code ${status ?? 'none'}; what it said is above. Without a network it needs everything in its ` +
      'cache. Try again when the reason is gone; nothing else was changed.',
  );
}

/**
 * Installs what package-lock.json says and is not there. What is there stays in place, because a server may be running
 * from it; package-lock.json is never written. Not `npm ci`: that empties node_modules first, and it refuses a lock file
 * that leaves out packages for other machines, as npm writes it where a registry does not have them.
 *
 * @param {string} root
 * @param {'production' | 'development'} needs
 */
export function ensureInstalled(root, needs) {
  const wanted = readJson(join(root, 'package-lock.json'));
  const present = readJson(join(root, 'node_modules/.package-lock.json'));
  const withDevelopment = needs === 'development' || isWithDevelopment(present);
  if (isInstalled(wanted, present, withDevelopment)) return;
  console.error('Installing what Throughline needs.');
  const what = [withDevelopment ? '--include=dev' : '--omit=dev', '--include=optional'];
  runNpm(root, [
    'install',
    '--no-save',
    '--prefer-offline',
    ...what,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}
