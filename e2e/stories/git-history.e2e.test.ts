import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addPerson, connect, setUp } from '../testing/acts.ts';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { openEachFigure } from '../testing/open-figures.ts';
import { seeRow, seeText } from '../testing/read-page.ts';
import { startEmulatorCommand } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const made = await mkdtemp(join(tmpdir(), 'throughline-history-'));
afterAll(() => rm(made, { recursive: true, force: true }));

describe.skipIf(!existsSync(join(checkoutFolder, '.git')))('this project’s own history and another', () => {
  const story = tellStory({
    startGithub: () => {
      makeHistory();
      return startEmulatorCommand(['--git', checkoutFolder, '--git', made]);
    },
  });

  test('arrive with the pull requests that their merge and squash commits name', async () => {
    const { page } = story.admin;
    await setUp(page, story.product.setupPath);
    await connect(page, story.github);

    const own = countNamed(checkoutFolder);
    await seeRow(page, basename(made), '3', 'complete');
    await seeRow(page, basename(checkoutFolder), own === 0 ? 'none on GitHub' : String(own), 'complete');
    await page.getByRole('link', { name: 'Pull requests' }).click();

    await seeText(page, new RegExp(`^${own + 3} pull requests\\.$`));
    await seeRow(page, 'Teach it to add', '#4');
    story.admin.expectQuiet();
  });

  test('make a page for who wrote them', async () => {
    const { page } = story.admin;
    await addPerson(page, 'Dee Git', 'dee');

    await seeText(page, '3 pull requests shipped.');

    expect(await openEachFigure(page)).toBeGreaterThan(2);
    story.admin.expectQuiet();
  });
});

/** A merge commit's pull request and two squashed ones, of yesterday. */
function makeHistory(): void {
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const identity = { NAME: 'Dee Git', EMAIL: '12345+dee@users.noreply.github.com', DATE: at };
  const env = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) =>
        Object.entries(identity).map(([field, value]) => [`GIT_${role}_${field}`, value]),
      ),
    ),
  };
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: made, env, stdio: 'pipe' });
  const commit = (message: string) => git('commit', '--quiet', '--allow-empty', '-m', message);
  git('init', '--quiet', '--initial-branch=main');
  commit('Begin');
  commit('Say what it is (#2)');
  commit('Teach it to add (#4)');
  git('switch', '--quiet', '-c', 'subtract');
  commit('Subtract');
  git('switch', '--quiet', 'main');
  git(
    'merge',
    '--quiet',
    '--no-ff',
    '-m',
    'Merge pull request #7 from dee/subtract\n\nTeach it to subtract',
    'subtract',
  );
}

/** The numbers of pull requests that subjects of commits name. */
function countNamed(folder: string): number {
  const subjects = execFileSync('git', ['log', '--format=%s'], { cwd: folder, encoding: 'utf8' }).split('\n');
  const numbers = subjects.flatMap((subject) => {
    const [, merged, squashed] = /^Merge pull request #(\d+) |\(#(\d+)\)$/.exec(subject) ?? [];
    return merged ?? squashed ?? [];
  });
  return new Set(numbers).size;
}
