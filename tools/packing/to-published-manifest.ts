/** What a workspace's package.json says that matters to whoever installs it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

/** The oldest Node that runs what `tsc` makes. */
const oldestNode = '>=20.19';

/**
 * The manifest of what is published: it points at what `tsc` made of the sources, and says nothing of development. A
 * `private` left in would only keep npm from publishing by mistake what was packed on purpose.
 */
export function toPublishedManifest(manifest: Manifest): Manifest {
  const { private: _private, devDependencies: _devDependencies, scripts: _scripts, ...kept } = manifest;
  return {
    ...kept,
    engines: { node: oldestNode },
    files: ['dist'],
    ...(manifest.exports === undefined ? {} : { exports: mapPaths(manifest.exports) }),
    ...(manifest.bin === undefined ? {} : { bin: mapPaths(manifest.bin) }),
  };
}

const mapPaths = (paths: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [
      name,
      path.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '.js'),
    ]),
  );
