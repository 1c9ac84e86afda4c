import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findScript } from './find-script.ts';

test('finds a script by its name and offers the names there are', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'dispatch-'));
  mkdirSync(join(folder.path, 'bench'));
  for (const name of ['start', 'initial-js']) writeFileSync(join(folder.path, `bench/${name}.bench.ts`), '');

  expect(findScript(folder.path, 'bench', 'bench', 'start').kind).toBe('found');
  expect(findScript(folder.path, 'bench', 'bench', '../start')).toEqual({
    kind: 'unknown',
    message: 'No bench is called ../start; there are: initial-js, start.',
  });
  expect(findScript(folder.path, 'bench', 'bench', undefined)).toEqual({
    kind: 'unknown',
    message: 'Name one; there are: initial-js, start.',
  });
});
