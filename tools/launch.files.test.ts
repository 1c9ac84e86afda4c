import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

/** A checkout that needs no packages, whose programs say how they were started. */
function makeCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'throughline-launch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const file of globSync(join(import.meta.dirname, 'launch*.mjs')))
    cpSync(file, join(root, 'tools', basename(file)));
  write(root, 'package.json', JSON.stringify({ name: 'made-up', version: '1.0.0', private: true }));
  write(
    root,
    'package-lock.json',
    JSON.stringify({ name: 'made-up', version: '1.0.0', lockfileVersion: 3, packages: { '': {} } }),
  );
  write(
    root,
    'apps/server/src/main.ts',
    `if (process.argv.includes('--stay')) {
      setInterval(() => {}, 1000);
      process.on('SIGTERM', () => { console.log('told to stop'); process.exit(0); });
      process.on('disconnect', () => { console.log('left alone'); process.exit(0); });
    } else process.exitCode = 7;
    console.log('started ' + JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), path: process.env['PATH'] }));`,
  );
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function start(root: string, args: readonly string[], nodeArgs: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeArgs, join(root, 'tools/launch.mjs'), ...args], { cwd: '/' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), said }));
  return { child, ended, waitFor: (text: string) => waitFor(child, text, () => said) };
}

async function waitFor(child: ChildProcess, text: string, said: () => string): Promise<void> {
  while (!said().includes(text)) {
    if (child.exitCode !== null) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('handing over', () => {
  test('installs first, then passes arguments and the exit code, from any folder', async () => {
    const root = makeCheckout();

    const { code, said } = await start(root, ['start', '--role=api']).ended;

    const started = JSON.parse(/started (.*)/.exec(said)?.[1] ?? '{}');
    expect(said).toContain('Installing what Throughline needs.');
    expect(started).toMatchObject({ args: ['--role=api'], cwd: root });
    expect(started.path.startsWith(join(root, 'node_modules/.bin'))).toBe(true);
    expect(code).toBe(7);
  });

  test('installs nothing when nothing is missing', async () => {
    const root = makeCheckout();
    write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: {} }));

    const { said } = await start(root, ['start']).ended;

    expect(said).not.toContain('Installing');
  });

  test('passes the signal to stop', async () => {
    const run = start(makeCheckout(), ['start', '--stay']);
    await run.waitFor('started');

    run.child.kill('SIGTERM');

    expect(await run.ended).toMatchObject({ code: 0, said: expect.stringContaining('told to stop') });
  });

  test('killed without warning, it leaves nothing running', async () => {
    const run = start(makeCheckout(), ['start', '--stay']);
    await run.waitFor('started');

    run.child.kill('SIGKILL');

    expect((await run.ended).said).toContain('left alone');
  });
});

describe('refusing', () => {
  test('an unknown verb, with those there are', async () => {
    const { code, said } = await start(makeCheckout(), ['begin']).ended;

    expect(said).toContain(
      'with one of start, test, check, check:all, emulator, bench, faults, schema, rotate-keys, cli, pack, long',
    );
    expect(code).toBe(1);
  });

  test('a Node that is too old, with where to get a newer one', async () => {
    const root = makeCheckout();
    write(root, 'old.cjs', "Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } });");

    const { code, said } = await start(root, ['start'], ['--require', join(root, 'old.cjs')]).ended;

    expect(said).toContain('This is Node 20.18.3. Throughline needs 20.19 or later');
    expect(code).toBe(1);
  });

  test('a machine for which npm brought no newer Node', async () => {
    const root = makeCheckout();
    write(root, 'old.cjs', "Object.defineProperty(process, 'versions', { value: { node: '22.1.0' } });");

    const { code, said } = await start(root, ['start'], ['--require', join(root, 'old.cjs')]).ended;

    expect(said).toContain('Install Node 26 from https://nodejs.org');
    expect(code).toBe(1);
  });
});

describe('the pages', () => {
  function makeCheckoutWithPages(
    vite = "require('node:fs').mkdirSync('dist', { recursive: true });",
  ): string {
    const root = makeCheckout();
    write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
    write(root, 'node_modules/vite/bin/vite.js', vite);
    write(root, 'apps/web/index.html', '<p>one');
    write(root, 'packages/contract/src/index.ts', '');
    return root;
  }

  test('are built when their sources changed, and only then', async () => {
    const root = makeCheckoutWithPages();
    const buildsOf = async () => (await start(root, ['start']).ended).said.includes('Building the pages.');

    const builds = [await buildsOf(), await buildsOf()];
    write(root, 'apps/web/index.html', '<p>two');
    builds.push(await buildsOf());
    write(root, 'apps/web/src/page.test.tsx', 'a test is no source');
    builds.push(await buildsOf());

    expect(builds).toEqual([true, false, true, false]);
  });

  test('that cannot be built stop the start', async () => {
    const root = makeCheckoutWithPages('process.exit(3);');

    const { code, said } = await start(root, ['start']).ended;

    expect(said).toContain('The pages could not be built (code 3)');
    expect(said).not.toContain('started');
    expect(code).toBe(1);
    expect(() => readFileSync(join(root, 'apps/web/dist/.sources'))).toThrow('ENOENT');
  });
});
