import { createConnection, testToken } from '@throughline/contract';
import { expect, test } from 'vitest';
import { setUpByApi } from '../testing/prepare-workspace.ts';
import { startEmulatorCommand } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const pulls = 4_000;

/** `npm run long -- whole` pulls it ten times. */
const plugs = process.env['THROUGHLINE_WHOLE'] === '1' ? 10 : 4;

/** GitHub answers late enough that reading lasts as long as it takes to pull the plug so often. */
const slowly = ['--latency-ms', '400', '--no-limits', '--pull-shape', 'average'];

const story = tellStory({
  startGithub: () =>
    startEmulatorCommand([
      '--procedural',
      '--people',
      '12',
      '--pulls',
      String(pulls),
      '--repos',
      '6',
      ...slowly,
    ]),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    const host = { address: github.origin };
    const { credentialId } = await reader.call(testToken, { body: { host, token: github.token } });
    await reader.call(createConnection, {
      body: { credentialId, organisation: 'larkfield', name: 'larkfield', repositoryChoice: 'all' },
    });
    return reader;
  },
});

/** How many pull requests the bar says are read; undefined where there is none. */
async function readBar(): Promise<number | undefined> {
  const bar = story.admin.page.getByRole('progressbar', { name: 'Pull requests read' });
  const text = (await bar.count()) === 0 ? null : await bar.getAttribute('aria-valuetext');
  return text === null ? undefined : Number(text.split(' of ')[0]?.replaceAll(',', ''));
}

test(`who pulls the plug ${plugs} times while everything is read sees a bar that goes on`, async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  const seen: number[] = [];
  const advance = (patienceMs: number) =>
    expect
      .poll(async () => ((await readBar()) ?? 0) > (seen.at(-1) ?? 0), { timeout: patienceMs })
      .toBe(true);

  for (let pull = 0; pull < plugs; pull += 1) {
    await advance(45_000);
    seen.push((await readBar()) ?? 0);
    story.product = await story.product.pullThePlug();
    await page.getByText('live', { exact: true }).waitFor({ timeout: 30_000 });
    seen.push((await readBar()) ?? 0);
  }

  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBeLessThan(pulls);
  expect(await page.locator('[role=alert], [data-failure]').count()).toBe(0);
  expect(story.admin.faults).toEqual([]);
}, 600_000);
