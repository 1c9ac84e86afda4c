import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createMovedClock, systemClock } from './clock.ts';

const hourMs = 3_600_000;

async function makeFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-clock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'moved-by');
  await writeFile(file, text);
  return file;
}

test('a moved clock goes by what its file says, from then on', async () => {
  const file = await makeFile('0');
  const clock = createMovedClock(file);

  const before = clock.now().getTime() - systemClock.now().getTime();
  await writeFile(file, String(hourMs));
  const after = clock.now().getTime() - systemClock.now().getTime();

  expect(Math.abs(before)).toBeLessThan(1_000);
  expect(Math.abs(after - hourMs)).toBeLessThan(1_000);
});

test('a moved clock whose file holds no number says so', async () => {
  const clock = createMovedClock(await makeFile('tomorrow'));

  expect(() => clock.now()).toThrow('holds "tomorrow"');
});
