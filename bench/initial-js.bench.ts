import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const checkout = join(import.meta.dirname, '..');

/** One chunk in Vite's manifest, as far as it is read here. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/**
 * What a browser loads before a page can be used, gzipped, in kB of 1,000 bytes: `kb_gzip` the scripts and
 * `css_kb_gzip` the style sheets of whichever page needs most, arriving there first; `home_kb_gzip` those of Home.
 */
export const measure = async (): Promise<Readonly<Record<string, number>>> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-js-'));
  try {
    build(folder);
    const manifest = await readManifest(join(folder, '.vite/manifest.json'));
    const weighed = new Map<string, { readonly scripts: number; readonly styles: number }>();
    for (const page of findPages(manifest)) weighed.set(page, await weigh(folder, manifest, page));

    const all = [...weighed.values()];
    return {
      kb_gzip: Math.max(...all.map(({ scripts }) => scripts)),
      css_kb_gzip: Math.max(...all.map(({ styles }) => styles)),
      home_kb_gzip: weighed.get('src/home/home-page.tsx')?.scripts ?? Number.NaN,
      pages: weighed.size,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const build = (folder: string): void => {
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--manifest', '--logLevel', 'error'];
  const { status } = spawnSync(process.execPath, args, { cwd: join(checkout, 'apps/web'), stdio: 'inherit' });
  if (status !== 0) throw new Error(`vite build ended with code ${status ?? 'none'}.`);
};

const readManifest = async (path: string): Promise<Manifest> => {
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
  return manifest as Manifest; // as: Vite's own file, written a moment ago
};

const entry = 'index.html';

/** The modules of pages: what the entry loads on demand and is called so. */
const findPages = (manifest: Manifest): readonly string[] => {
  const pages = Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'));
  if (pages.length < 10) throw new Error(`Only ${pages.length} pages were found in the manifest.`);
  return pages;
};

const weigh = async (folder: string, manifest: Manifest, page: string) => {
  const keys = new Set([...findClosure(manifest, entry), ...findClosure(manifest, page)]);
  const chunks = [...keys].flatMap((key) => manifest[key] ?? []);
  return {
    scripts: await weighFiles(folder, [...chunks.map(({ file }) => file), 'start.js']),
    styles: await weighFiles(
      folder,
      chunks.flatMap(({ css }) => css ?? []),
    ),
  };
};

/** A chunk and all that it imports at once. */
const findClosure = (manifest: Manifest, key: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) findClosure(manifest, next, seen);
  return seen;
};

const weighFiles = async (folder: string, files: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    [...new Set(files)].map(
      async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length,
    ),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
};
