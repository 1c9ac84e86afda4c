import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runProgram } from '../running/run-program.ts';
import { type Manifest, toPublishedManifest } from './to-published-manifest.ts';

export interface Packing {
  readonly root: string;
  /** Where the tarballs go. */
  readonly folder: string;
  /** Each after those it imports. */
  readonly workspaces: readonly string[];
}

export type Packed =
  | { readonly kind: 'packed'; readonly tarballs: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

/** What earlier workspaces became: their declarations by package name. */
type Built = Map<string, string>;

/** Node strips no types inside `node_modules`, so what is published is what `tsc` makes of a workspace, packed by npm. */
export async function packWorkspaces({ root, folder, workspaces }: Packing): Promise<Packed> {
  // Within the checkout, where the types of Node and of other packages are found.
  await mkdir(join(root, '.tmp'), { recursive: true });
  const stage = await mkdtemp(join(root, '.tmp/packing-'));
  const built: Built = new Map();
  const tarballs: string[] = [];
  try {
    for (const [index, workspace] of workspaces.entries()) {
      const place = join(stage, String(index));
      const failure = await build({ root, workspace, place, built });
      if (failure !== undefined) return { kind: 'failed', message: failure };
      const packing = await runProgram(
        {
          command: 'npm',
          arguments: ['pack', place, '--pack-destination', folder, '--ignore-scripts', '--json'],
        },
        { root },
      );
      if (packing.exitCode !== 0) return { kind: 'failed', message: packing.output };
      tarballs.push(join(folder, await toTarballName(place)));
    }
    return { kind: 'packed', tarballs };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

interface Building {
  readonly root: string;
  readonly workspace: string;
  readonly place: string;
  readonly built: Built;
}

/** Makes of a workspace what is published, in `place`; resolves with what `tsc` objects to. */
async function build({ root, workspace, place, built }: Building): Promise<string | undefined> {
  await mkdir(place, { recursive: true });
  const source = join(root, workspace);
  // as: a package.json of this repository, whose form npm has seen to
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Manifest;
  const settings = toCompilerSettings(relative(place, root), workspace, built);
  await writeFile(join(place, 'tsconfig.json'), JSON.stringify(settings));
  await writeFile(join(place, 'package.json'), JSON.stringify(toPublishedManifest(manifest), undefined, 2));
  await copyFile(join(root, 'LICENSE'), join(place, 'LICENSE'));
  const compiling = await runProgram({ command: 'tsc', arguments: ['-p', place] }, { root });
  built.set(manifest.name, join(place, 'dist/index.d.ts'));
  return compiling.exitCode === 0 ? undefined : compiling.output;
}

const toCompilerSettings = (root: string, workspace: string, built: Built): object => ({
  extends: `${root}/tsconfig.base.json`,
  compilerOptions: {
    noEmit: false,
    outDir: 'dist',
    rootDir: `${root}/${workspace}/src`,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    // What Node 20 understands.
    target: 'es2023',
    paths: Object.fromEntries([...built].map(([name, path]) => [name, [path]])),
  },
  include: [`${root}/${workspace}/src`],
  exclude: [`${root}/**/*.test.ts`, `${root}/**/testing/**`],
});

/** As npm calls it: `@throughline/cli` 0.1.0 is `throughline-cli-0.1.0.tgz`. */
async function toTarballName(place: string): Promise<string> {
  // as: written above
  const { name, version } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as Manifest;
  return `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`;
}
