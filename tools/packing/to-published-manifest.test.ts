import { expect, test } from 'vitest';
import { toPublishedManifest } from './to-published-manifest.ts';

test('what is published points at what tsc made, runs on the oldest Node, and says nothing of development', () => {
  const manifest = toPublishedManifest({
    name: '@throughline/x',
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=26' },
    exports: { '.': './src/index.ts', './part': './src/parts/part.ts' },
    bin: { x: './src/main.ts' },
    scripts: { test: 'x' },
    dependencies: { zod: '4.6.7' },
    devDependencies: { vitest: '5.1.1' },
  });

  expect(manifest).toEqual({
    name: '@throughline/x',
    version: '0.1.0',
    type: 'module',
    engines: { node: '>=20.19' },
    files: ['dist'],
    exports: { '.': './dist/index.js', './part': './dist/parts/part.js' },
    bin: { x: './dist/main.js' },
    dependencies: { zod: '4.6.7' },
  });
});
