import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findScript } from './dispatch/find-script.ts';
import { isLongSuite, type LongPart, parsePassed } from './dispatch/long-suite.ts';

/** `npm run long -- NAME [--again]`: runs the parts that have not passed yet, and all of them with `--again`. */
const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { again: { type: 'boolean', default: false } },
});

const [name] = positionals;
const script = findScript(root, 'long', 'long', name);
if (script.kind === 'unknown') refuse(script.message);
else {
  const module: unknown = await import(pathToFileURL(script.path).href);
  if (isLongSuite(module)) await runParts(module.parts, join(root, `.tmp/long/${name}.json`));
  else refuse(`${script.path} exports no parts.`);
}

async function runParts(parts: readonly LongPart[], statePath: string): Promise<void> {
  await mkdir(dirname(statePath), { recursive: true });
  const passed = new Set(values.again ? [] : parsePassed(await readIfThere(statePath)));
  let failed = 0;

  for (const part of parts.filter((candidate) => !passed.has(candidate.name))) {
    const error = await part
      .run()
      .catch((reason: unknown) => reason ?? new Error('failed without saying why'));
    console.log(`${error === undefined ? '✓' : '✗'} ${part.name}`);
    if (error === undefined) passed.add(part.name);
    else {
      failed += 1;
      console.error(error);
    }
    await writeFile(statePath, JSON.stringify([...passed]));
  }
  console.log(`${parts.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
