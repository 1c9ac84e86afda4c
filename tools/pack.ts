import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { packWorkspaces } from './packing/pack-workspaces.ts';

/** `npm run pack [-- FOLDER]`: makes the tarballs of what can be installed without a checkout, by default in `.tmp/tarballs`. */
const root = process.cwd();
const folder = resolve(process.argv[2] ?? join(root, '.tmp/tarballs'));
await mkdir(folder, { recursive: true });
const result = await packWorkspaces({ root, folder, workspaces: ['packages/contract', 'apps/cli'] });
if (result.kind === 'failed') {
  console.error(result.message);
  process.exitCode = 1;
} else for (const path of result.tarballs) console.log(path);
