import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('started alone it says where it is, serves with the tokens it printed, and stops when told', async () => {
  const child = spawn(process.execPath, [main, '--people', '5', '--repos', '2', '--pulls', '20']);
  onTestFinished(() => void child.kill());
  const said = new Map<string, string>();
  for await (const line of createInterface(child.stdout)) {
    const [word = '', value = ''] = line.split(/\s+/);
    if (!said.has(word)) said.set(word, value);
    if (line.includes('github_pat_')) break;
  }

  const headers = { 'user-agent': 'test', authorization: `Bearer ${said.get('token')}` };
  const response = await fetch(`${said.get('REST')}/orgs/${said.get('organisation')}/repos`, { headers });
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');

  expect([...said.keys()]).toEqual(['web', 'REST', 'GraphQL', 'control', 'organisation', 'token']);
  expect([response.status, Object(await response.json()).length]).toEqual([200, 2]);
  expect(code).toBe(0);
});

test('an unknown option is a sentence, the usage and exit code 1', async () => {
  const child = spawn(process.execPath, [main, '--bogus']);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });

  const [code] = await once(child, 'close');

  expect(code).toBe(1);
  expect(said).toMatch(/bogus[\s\S]*--shape/);
});

test('a million pull requests are there in a second or so, in no more memory than ten', async () => {
  const measure = async (pulls: string) => {
    const startedMs = performance.now();
    const child = spawn(process.execPath, [
      main,
      '--people',
      '400',
      '--repos',
      '300',
      '--pulls',
      pulls,
      '--seed',
      '7',
    ]);
    onTestFinished(() => void child.kill());
    for await (const line of createInterface(child.stdout)) if (line.includes('github_pat_')) break;
    const status = `/proc/${child.pid}/status`;
    const kib = existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) : 0;
    child.kill();
    return { waitMs: performance.now() - startedMs, mib: kib / 1024 };
  };

  const small = await measure('10');
  const large = await measure('1000000');

  expect(large.waitMs - small.waitMs).toBeLessThan(1_000);
  expect(large.mib - small.mib).toBeLessThan(30);
  expect(large.mib).toBeLessThan(250);
});
